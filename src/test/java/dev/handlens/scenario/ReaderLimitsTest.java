package dev.handlens.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.io.TempDir;

/// Files that are made to hurt: each is refused quickly, with a place.
class ReaderLimitsTest {
    private static final String HEAD = "handlens: 1\ntitle: x\ncast:\n  fred: { process: fred.exe }\nsteps:\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"folder/leak.yaml,leak", "leak.handlens.yaml,leak", "C:\\leaks\\a.b.yaml,a.b", ".handlens.yaml,.handlens", "leak,leak"})
    void aScenarioIsNamedAsItsFileIsWithoutTheEnding(String file, String name) throws ScenarioException {
        assertThat(ScenarioReader.read(file, "handlens: 1\ntitle: Named\nsteps:\n  - say: Hello.\n").name()).isEqualTo(name);
    }

    @Test
    void twentyThousandLevelsAreRefusedAtTheThirtyThird() throws Exception {
        String text = "handlens: 1\ntitle: x\nsteps:\n" + (" " + "[".repeat(10_000) + "\n").repeat(2);
        assertRefused(text, "4:33", "nested deeper than 32 levels, the most a scenario may have");
    }

    @Test
    void levelsMadeByIndentationAreRefusedToo() throws Exception {
        StringBuilder text = new StringBuilder("handlens: 1\nsteps:\n");
        for (int level = 0; level < 800; level++) {
            text.append(" ".repeat(level)).append("- \n");
        }
        assertRefused(text.toString(), "34:32", "nested deeper than 32 levels, the most a scenario may have");
    }

    @Test
    void aLineOfFourMegabytesIsRefusedBeforeItIsParsed() throws Exception {
        assertRefused("handlens: 1\ntitle: " + "x".repeat(4 << 20) + "\n", "1:1", "the file is larger than 1 MiB, "
                + "the most a scenario may have; use 'repeat' for steps that repeat");
    }

    @Test
    void aLineOfHalfAMegabyteIsRefusedBeforeItIsParsed() throws Exception {
        assertRefused("handlens: 1\ntitle: " + "x".repeat(500_000) + "\n", "2:16385",
                "the line is longer than 16,384 characters; break it");
    }

    @Test
    void tooManyValuesAreRefused() throws Exception {
        assertRefused(HEAD + ("- [" + "1,".repeat(1_000) + "1]\n").repeat(250), "205:1180", "more than 200,000 values, "
                + "the most a scenario may have; use 'repeat' for steps that repeat");
    }

    @Test
    void noMoreThanTwentyDiagnosticsAreGiven() throws Exception {
        assertThat(refused(HEAD + "  - sya: hello\n".repeat(30_000))).hasSize(20);
        assertThat(refused(HEAD + "  - CloseHandle: { handle: nobody }\n".repeat(20_000))).hasSize(20);
    }

    @Test
    void aVeryLongWordIsNeitherComparedForLongNorPrintedWhole() throws Exception {
        List<Diagnostic> diagnostics = refused(HEAD + ("  - ? " + "x".repeat(200) + "\n    : y\n").repeat(60));
        assertThat(diagnostics).hasSize(20).allSatisfy(d -> assertThat(d.message()).hasSizeLessThan(200));
        assertThat(refused(HEAD + ("  - ? " + "x".repeat(10_000) + "\n    : y\n").repeat(60))).singleElement()
                .satisfies(d -> assertThat(d.message()).hasSizeLessThan(200).contains("longer than 200 characters"));
        assertThat(refused(HEAD + "  - CloseHandle: { in: " + "x".repeat(14_000) + ", handle: 4 }\n")).singleElement()
                .satisfies(d -> assertThat(d.message()).hasSizeLessThan(400).contains("'xxx"));
    }

    @Test
    void aLongNameDoesNotExhaustTheStack() throws Exception {
        String name = ("a.".repeat(8_000) + "\n").repeat(30).replace("\n", "\\\n      ");
        assertRefused(HEAD + "  - CloseHandle: { handle: \"" + name + "\" }\n", "6:", null);
    }

    @Test
    void nestedRepeatsThatMultiplyBeyondCountingAreRefused() throws Exception {
        String level = "- repeat: { times: 20000000 }\n%1$s  do:\n%1$s    ";
        StringBuilder text = new StringBuilder(HEAD).append("  ");
        for (int depth = 0; depth < 10; depth++) {
            text.append(level.formatted("  " + "    ".repeat(depth)));
        }
        assertRefused(text.append("- say: hello\n").toString(), "6:5", "this makes more than 20,000,000 steps, "
                + "the most a scenario may have; repeat it less often");
    }

    @Test
    void openingAndClosingInOneRoundNeedsNoMemory() throws Exception {
        String text = HEAD + "  - repeat: { times: 9000000 }\n    do:\n      - CreateEvent: { as: e }\n"
                + "      - CloseHandle: { handle: e }\n";
        assertThat(Program.of(ScenarioReader.read("x.yaml", text)).length()).isEqualTo(18_000_000);
    }

    @Test
    void closingSomethingElseInARoundDoesNotCount() throws Exception {
        String text = HEAD + "  - repeat: { times: 9000000 }\n    do:\n      - CreateEvent: { as: e }\n"
                + "      - CloseHandle: { handle: 4, expect: any }\n";
        assertRefused(text, "6:5", "running this far would need more than 1.5 GB of memory; repeat less often or close what is opened");
    }

    @Test
    void asManyHandlesAsATableHoldsMayBeOpened() throws Exception {
        String text = HEAD + "  - CreateEvent: { as: e }\n"
                + "  - repeat: { times: 16711680 }\n    do:\n      - DuplicateHandle: { handle: e }\n";
        assertThat(Program.of(ScenarioReader.read("x.yaml", text)).length()).isEqualTo(16_711_681);
    }

    /// Spoils good files in one or a few places, a thousand times. Whatever comes of it, the reader answers with a scenario or with
    /// diagnostics, never with another exception.
    @Test
    void spoiltFilesAreReadOrRefusedButNeverBreakTheReader() throws Exception {
        for (Path file : ScenarioFiles.good()) {
            byte[] good = Files.readAllBytes(file);
            for (int seed = 0; seed < 150; seed++) {
                byte[] spoilt = spoil(good, new SplittableRandom(seed));
                try {
                    ScenarioReader.read(Files.write(folder.resolve("spoilt.yaml"), spoilt));
                } catch (ScenarioException e) {
                    assertThat(e.diagnostics()).as("seed %d of %s", seed, file).isNotEmpty();
                } catch (RuntimeException | StackOverflowError e) {
                    throw new AssertionError("seed " + seed + " of " + file + ":\n" + new String(spoilt, StandardCharsets.UTF_8), e);
                }
            }
        }
    }

    private static byte[] spoil(byte[] good, SplittableRandom random) {
        byte[] bytes = good.clone();
        String marks = "{}[]:,-'\"|>&*!#%@`\t\n 0x9azA~\\";
        for (int change = random.nextInt(1, 4); change > 0; change--) {
            int place = random.nextInt(bytes.length);
            if (random.nextInt(4) == 0) {
                int from = random.nextInt(bytes.length);
                int length = Math.min(random.nextInt(1, 40), bytes.length - Math.max(place, from));
                System.arraycopy(good, from, bytes, place, length);
            } else {
                bytes[place] = (byte) marks.charAt(random.nextInt(marks.length()));
            }
        }
        return bytes;
    }

    private void assertRefused(String text, String place, String message) throws Exception {
        Diagnostic first = refused(text).getFirst();
        assertThat(first.place().line() + ":" + first.place().column()).startsWith(place);
        if (message != null) {
            assertThat(first.message()).isEqualTo(message);
        }
    }

    private List<Diagnostic> refused(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("made.yaml"), text);
        return assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            try {
                ScenarioReader.read(file);
                throw new AssertionError("the file was accepted");
            } catch (ScenarioException e) {
                return e.diagnostics();
            }
        });
    }
}
