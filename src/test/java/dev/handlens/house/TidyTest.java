package dev.handlens.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whether the house is tidy, found by reading its files.
class TidyTest {
    private static final Path MAIN = Path.of("src", "main", "java");
    private static final Pattern FIRST_SENTENCE = Pattern.compile("^///\\s+\\p{Lu}[^\\n]*?(\\n///[^\\n]*?)*?[.:](\\s|$)");

    @Test
    void coloursAreWrittenInTokenStyleSheetsOnly() throws Exception {
        assertKept(TidyRule.NO_HEX_COLOURS_IN_CODE);
        assertKept(TidyRule.NO_HEX_COLOURS_IN_STYLES);
    }

    @Test
    void stylesAreWrittenInStyleSheets() throws Exception {
        assertKept(TidyRule.NO_INLINE_STYLES);
    }

    @Test
    void looseEndsHaveAnIssue() throws Exception {
        assertKept(TidyRule.NO_LOOSE_ENDS);
    }

    @Test
    void everyFileIsWrittenByOneWriter() throws Exception {
        assertKept(TidyRule.FILES_ARE_WRITTEN_BY_ATOMIC_FILE);
    }

    @Test
    void everyTextIsPrintedByOneEscape() throws Exception {
        assertKept(TidyRule.TEXT_IS_PRINTED_BY_STANDARD_STREAMS);
    }

    @Test
    void theTextOfEveryFileEntersInOnePlace() throws Exception {
        assertKept(TidyRule.TEXT_ENTERS_BY_THE_YAML_PARSER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Files.writeString(file, text);", "try (OutputStream out = Files.newOutputStream(file)) {", "new FileOutputStream(file)",
            "ImageIO.write(image, \"png\", file);", "Files.move(part, file);"})
    void aFileThatIsWrittenElsewhereIsCaught(String line) {
        assertThat(TidyRule.FILES_ARE_WRITTEN_BY_ATOMIC_FILE.isAbout("src/main/java/dev/handlens/report/Picture.java")).isTrue();
        assertThat(TidyRule.FILES_ARE_WRITTEN_BY_ATOMIC_FILE.isAbout("src/main/java/dev/handlens/app/AtomicFile.java")).isFalse();
        assertThat(TidyRule.FILES_ARE_WRITTEN_BY_ATOMIC_FILE.isBrokenBy(line)).isTrue();
    }

    @Test
    void textThatIsPrintedOrReadElsewhereIsCaught() {
        assertThat(TidyRule.TEXT_IS_PRINTED_BY_STANDARD_STREAMS.isBrokenBy("System.err.println(name);")).isTrue();
        assertThat(TidyRule.TEXT_IS_PRINTED_BY_STANDARD_STREAMS.isBrokenBy("System.getProperty(name);")).isFalse();
        assertThat(TidyRule.TEXT_ENTERS_BY_THE_YAML_PARSER.isBrokenBy("String text = Files.readString(file);")).isTrue();
    }

    @Test
    void noFileNamesAPathOfOneMachine() throws Exception {
        assertKept(TidyRule.NO_MACHINE_PATHS);
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws Exception {
        SortedSet<Path> folders = new TreeSet<>();
        for (Path file : ProjectFiles.under(MAIN)) {
            if (file.toString().endsWith(".java") && !file.getParent().equals(MAIN)) {
                folders.add(file.getParent());
            }
        }
        List<String> silent = new ArrayList<>();
        for (Path folder : folders) {
            Path info = folder.resolve("package-info.java");
            if (!Files.exists(info) || !FIRST_SENTENCE.matcher(Files.readString(info)).find()) {
                silent.add(ProjectFiles.slashes(info));
            }
        }

        assertThat(folders).isNotEmpty();
        assertThat(silent).as("packages without a package-info.java that begins with a sentence").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"    -fx-fill: #fff;", "-hl-open: #1FA854;", ".row:added { -fx-background-color: derive(#CFF3DA, 10%); }"})
    void aColourInAPaneStyleSheetIsCaught(String line) {
        assertThat(TidyRule.NO_HEX_COLOURS_IN_STYLES.isAbout("src/main/java/dev/handlens/ui/handles/handles.css")).isTrue();
        assertThat(TidyRule.NO_HEX_COLOURS_IN_STYLES.isBrokenBy(line)).isTrue();
    }

    @Test
    void aTokenStyleSheetMayHaveColoursAndASelectorIsNoColour() {
        assertThat(TidyRule.NO_HEX_COLOURS_IN_STYLES.isAbout("resources/handlens/theme/tokens-dark.css")).isFalse();
        assertThat(TidyRule.NO_HEX_COLOURS_IN_STYLES.isAbout("resources/handlens/theme/controls.css")).isTrue();
        assertThat(TidyRule.NO_HEX_COLOURS_IN_STYLES.isBrokenBy("#add .button { -fx-padding: 4; }")).isFalse();
    }

    @Test
    void coloursAndStylesInCodeAreCaught() {
        assertThat(TidyRule.NO_HEX_COLOURS_IN_CODE.isBrokenBy("Color.web(\"#3457D5\")")).isTrue();
        assertThat(TidyRule.NO_HEX_COLOURS_IN_CODE.isBrokenBy("Color.web(\"#fff\")")).isTrue();
        assertThat(TidyRule.NO_HEX_COLOURS_IN_CODE.isBrokenBy("/// See [AccessMask#names(ObjectType, int)].")).isFalse();
        assertThat(TidyRule.NO_INLINE_STYLES.isBrokenBy("label.setStyle(\"-fx-opacity: 0\");")).isTrue();
    }

    @Test
    void looseEndsAndMachinePathsAreCaught() {
        String word = "TO" + "DO";
        assertThat(TidyRule.NO_LOOSE_ENDS.isBrokenBy("// " + word + " later")).isTrue();
        assertThat(TidyRule.NO_LOOSE_ENDS.isBrokenBy("// " + word + " (#12) later")).isFalse();
        assertThat(TidyRule.NO_MACHINE_PATHS.isBrokenBy("see " + "/wor" + "k/main/pom.xml")).isTrue();
        assertThat(TidyRule.NO_MACHINE_PATHS.isBrokenBy("see .." + "/sha" + "red/facts")).isTrue();
        assertThat(TidyRule.NO_MACHINE_PATHS.isBrokenBy("\\Device\\HarddiskVolume2\\Users\\fred")).isFalse();
        assertThat(TidyRule.NO_MACHINE_PATHS.isBrokenBy("https://example.org/framework/home/index.html")).isFalse();
    }

    private static void assertKept(TidyRule rule) throws Exception {
        List<String> violations = new ArrayList<>();
        for (Path file : ProjectFiles.texts()) {
            violations.addAll(rule.violations(file));
        }

        assertThat(violations).isEmpty();
    }
}
