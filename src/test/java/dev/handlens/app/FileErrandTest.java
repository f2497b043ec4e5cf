package dev.handlens.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.report.Picture;
import java.awt.image.BufferedImage;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileErrandTest {
    @TempDir
    Path folder;

    private Path file() throws Exception {
        return Files.writeString(folder.resolve("run.yaml"), "as it was");
    }

    private void onlyTheFileIsThere() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("run.yaml"));
        }
    }

    @Test
    void aFileGetsItsNameWhenItIsWhole() throws Exception {
        Path file = file();
        CountDownLatch half = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        FileErrand errand = new FileErrand("the run", file, "bytes", (out, meter) -> {
            out.write("new".getBytes(StandardCharsets.UTF_8));
            meter.reached(3, 6);
            half.countDown();
            await(goOn);
        });
        await(half);
        assertThat(errand.advance(() -> true)).isFalse();
        assertThat(errand.progress().what()).isEqualTo("Saving run.yaml");
        assertThat(errand.progress().part()).isEqualTo(0.5);
        assertThat(file).hasContent("as it was");
        goOn.countDown();
        errand.finish();
        assertThat(errand.advance(() -> true)).isTrue();
        assertThat(file).hasContent("new");
        assertThat(errand.outcome()).isEqualTo("Saved the run as run.yaml.");
        onlyTheFileIsThere();
    }

    @Test
    void aFileThatIsStoppedStaysAsItWas() throws Exception {
        Path file = file();
        FileErrand errand = new FileErrand("the run", file, "bytes", (out, meter) -> {
            out.write("half".getBytes(StandardCharsets.UTF_8));
            while (meter.reached(1, 2)) {
                Thread.onSpinWait();
            }
        });
        errand.stop();
        assertThat(file).hasContent("as it was");
        assertThat(errand.outcome()).isEqualTo("Stopped saving; run.yaml was not written.");
        onlyTheFileIsThere();
    }

    @Test
    void aPictureTellsItsLinesAndCanBeStoppedInTheMiddle() throws Exception {
        BufferedImage image = new BufferedImage(64, 2_000, BufferedImage.TYPE_INT_RGB);
        List<Integer> lines = new ArrayList<>();
        Picture.write(image, OutputStream.nullOutputStream(), line -> lines.add(line));
        assertThat(lines).isSorted().hasSizeGreaterThan(20);
        assertThat(lines.getLast()).isGreaterThan(1_900);
        lines.clear();
        Picture.write(image, OutputStream.nullOutputStream(), line -> lines.add(line) && line < 500);
        assertThat(lines.getLast()).isBetween(500, 600);
    }

    @Test
    void aFileThatCannotBeWrittenIsSaidToBe() {
        FileErrand errand = new FileErrand("the run", folder.resolve("nowhere").resolve("run.yaml"), "bytes",
                (out, _) -> out.write("new".getBytes(StandardCharsets.UTF_8)));
        errand.finish();
        assertThat(errand.outcome()).contains("cannot be written (there is no such file or folder); choose another file or folder.");
    }

    @Test
    void aFileWhoseWritingBreaksOffIsNotSaidToBeSaved() throws Exception {
        // The mistake goes where the crash screen waits for it; in a test, TestFX would hold it against whoever comes next.
        Thread.UncaughtExceptionHandler usual = Thread.getDefaultUncaughtExceptionHandler();
        List<Throwable> told = new CopyOnWriteArrayList<>();
        Thread.setDefaultUncaughtExceptionHandler((_, mistake) -> told.add(mistake));
        FileErrand errand;
        try {
            errand = new FileErrand("the run", file(), "bytes", (out, _) -> {
                out.write("half".getBytes(StandardCharsets.UTF_8));
                throw new IllegalStateException("a mistake while writing");
            });
            errand.finish();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(usual);
        }
        assertThat(told).singleElement().isInstanceOf(IllegalStateException.class);
        assertThat(errand.outcome()).isEqualTo("run.yaml was not written.");
        assertThat(folder.resolve("run.yaml")).hasContent("as it was");
        onlyTheFileIsThere();
    }

    @Test
    void aFileThatWasWholeWhenItWasStoppedIsSaidToBeSaved() throws Exception {
        FileErrand errand = new FileErrand("the run", file(), "bytes", (out, _) -> out.write("new".getBytes(StandardCharsets.UTF_8)));
        errand.finish();
        errand.stop();
        assertThat(errand.outcome()).isEqualTo("Saved the run as run.yaml.");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
