package dev.handlens.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.lens.Frame;
import dev.handlens.lens.HandleField;
import dev.handlens.lens.Selection;
import dev.handlens.lens.View;
import dev.handlens.scenario.Diagnostic;
import dev.handlens.scenario.Machine;
import dev.handlens.scenario.Program;
import dev.handlens.scenario.Scenario;
import dev.handlens.scenario.ScenarioException;
import dev.handlens.scenario.ScenarioReader;
import dev.handlens.scenario.ScenarioWriter;
import dev.handlens.ui.Intent;
import dev.handlens.ui.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reads mutated scenario files, runs what can be run, and saves and reads it again. `-Dfuzz.files=200000` makes as many files,
/// `-Dfuzz.first=N` begins with file N; a failure names the number of its file.
class ScenarioFuzzTest {
    private static final long FILES = Long.getLong("fuzz.files", 3_000);
    private static final long FIRST = Long.getLong("fuzz.first", 1);
    private static final int MOST_STEPS = 1_500;
    private static final int INTENTS = 8;
    private static final int LONGEST_MESSAGE = 1_000;
    /// Programs up to this length are put into a session, which runs them to their end at once.
    private static final long SESSION_STEPS = 20_000;

    @TempDir
    Path folder;

    private long read;

    @Test
    void noMutatedFileBreaksTheReaderTheRunOrTheWriter() throws Exception {
        Mutator mutator = new Mutator(seeds());
        Path file = folder.resolve("mutated.yaml");
        for (long number = FIRST; number < FIRST + FILES; number++) {
            byte[] bytes = mutator.file(number);
            Files.write(file, bytes);
            try {
                tryFile(file, new SplittableRandom(number));
            } catch (RuntimeException | Error broken) {
                throw new AssertionError("file " + number + " (-Dfuzz.first=" + number + " -Dfuzz.files=1): " + broken, broken);
            }
        }
        assertThat(read).as("files that could be read").isPositive();
    }

    private static List<String> seeds() throws IOException {
        List<String> texts = new ArrayList<>();
        for (String under : List.of("scenarios", "src/test/resources/dev/handlens/scenario")) {
            try (Stream<Path> files = Files.walk(Path.of(under))) {
                for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).sorted().toList()) {
                    texts.add(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
                }
            }
        }
        return texts;
    }

    private void tryFile(Path file, SplittableRandom random) {
        Scenario scenario;
        try {
            scenario = ScenarioReader.read(file);
        } catch (ScenarioException broken) {
            broken.diagnostics().forEach(ScenarioFuzzTest::assertReadable);
            return;
        }
        read++;
        Program program = Program.of(scenario);
        run(program);
        if (program.length() <= SESSION_STEPS) {
            assertReadBack(playWithIt(program, random));
        }
        assertReadBack(program);
    }

    private static void run(Program program) {
        Machine machine = Machine.start(program);
        while (machine.position() < Math.min(program.length(), MOST_STEPS)) {
            machine.step();
        }
        machine.failures().forEach(failed -> assertReadable(new Diagnostic("", failed.step().place(), failed.failure())));
        machine.misuses().forEach(misuse -> assertMessage(misuse.sentence()));
    }

    /// @return the program with what was done in it
    private static Program playWithIt(Program program, SplittableRandom random) {
        Session session = new Session(program, () -> 0, Scenario.Opening.STANDARD);
        for (int i = 0; i < INTENTS; i++) {
            Frame frame = session.frame();
            session.carryOut(intent(frame, session, random));
        }
        session.frame();
        return session.timeline().program();
    }

    private static Intent intent(Frame frame, Session session, SplittableRandom random) {
        int pid = frame.processes().rows().isEmpty() ? 4 : frame.processes().rows().get(random.nextInt(frame.processes().rows().size())).pid();
        return switch (random.nextInt(12)) {
            case 0 -> new Intent.StepBy(random.nextInt(-3, 30));
            case 1 -> new Intent.SeekTo(random.nextLong(session.timeline().length() + 2));
            case 2 -> new Intent.SeekEnd(random.nextBoolean());
            case 3 -> new Intent.Select(new Selection.OfProcess(pid));
            case 4 -> new Intent.CloseHandle(pid, 4L * random.nextInt(12));
            case 5 -> new Intent.KillProcess(pid);
            case 6 -> new Intent.Undo();
            case 7 -> new Intent.ShowUnnamed(random.nextBoolean());
            case 8 -> new Intent.SetFilter(List.of("type:Event", "a b", "age:>1s", "\"", "state:open", ":", "by:x").get(random.nextInt(7)));
            case 9 -> new Intent.SetSort(List.of(new View.SortBy(HandleField.values()[random.nextInt(HandleField.values().length)], random.nextBoolean())));
            case 10 -> new Intent.SeekChange(random.nextBoolean());
            case 11 -> new Intent.FindHandle("0x" + Integer.toHexString(4 * random.nextInt(12)));
            default -> throw new IllegalStateException("there are twelve intents");
        };
    }

    private static void assertReadBack(Program program) {
        String text = ScenarioWriter.write(program.scenario());
        try {
            Scenario again = ScenarioReader.read("saved.handlens.yaml", text);
            assertThat(Program.of(again).length()).isEqualTo(program.length());
        } catch (ScenarioException refused) {
            throw new AssertionError("a saved run is refused: " + refused.diagnostics() + "\n" + text.lines().limit(200).toList(), refused);
        }
    }

    private static void assertReadable(Diagnostic diagnostic) {
        assertThat(diagnostic.place().line()).isPositive();
        assertThat(diagnostic.place().column()).isPositive();
        assertMessage(diagnostic.message());
    }

    private static void assertMessage(String message) {
        assertThat(message.length()).as(message).isLessThanOrEqualTo(LONGEST_MESSAGE);
        assertThat(message.codePoints().filter(ScenarioFuzzTest::isInvisible).findAny()).as(message).isEmpty();
    }

    private static boolean isInvisible(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
