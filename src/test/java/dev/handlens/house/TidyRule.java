package dev.handlens.house;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Something that must not stand in certain files.
///
/// @param files which files, by their path from the top of the repository
/// @param forbidden what must not stand in a line
/// @param instead what to do instead
record TidyRule(Pattern files, Pattern forbidden, String instead) {
    private static final String EVERYWHERE = ".*";
    private static final String MAIN_JAVA = "src/main/java/.*\\.java";

    static final TidyRule NO_HEX_COLOURS_IN_CODE = new TidyRule(
            MAIN_JAVA, "#[0-9a-fA-F]{6}\\b|#[0-9a-fA-F]{8}\\b|\"#[0-9a-fA-F]{3,4}\"",
            "name the colour in resources/handlens/theme/tokens-*.css and use the name");

    /// Colours for the colour-blind and of Process Explorer replace single tokens, so their sheets are token sheets too.
    static final TidyRule NO_HEX_COLOURS_IN_STYLES = new TidyRule(
            "(?!resources/handlens/theme/(tokens|palette)-[a-z-]+\\.css).*\\.css", ":[^;{]*#[0-9a-fA-F]{3,8}\\b",
            "name the colour in resources/handlens/theme/tokens-*.css and use the name");

    static final TidyRule NO_INLINE_STYLES = new TidyRule(
            MAIN_JAVA, "\\bsetStyle\\(",
            "put the style into the pane's style sheet");

    static final TidyRule NO_LOOSE_ENDS = new TidyRule(
            EVERYWHERE, "\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b(?!\\s*\\(?#\\d+)",
            "do it, or open an issue and write its number after the word, such as (#12)");

    static final TidyRule NO_MACHINE_PATHS = new TidyRule(
            EVERYWHERE, "(?<![\\w.~*}-])/(wor" + "k|root|home/\\w+|Users/\\w+)/|\\.\\./sha" + "red",
            "use a path from the top of the repository, so that it holds on every machine");

    /// A picture that a full disk cut off must not replace the whole one of that name, and no device may be replaced.
    static final TidyRule FILES_ARE_WRITTEN_BY_ATOMIC_FILE = new TidyRule(
            "src/main/java/(?!dev/handlens/app/AtomicFile\\.java|dev/handlens/app/StandardStreams\\.java).*\\.java",
            "Files\\.(newOutputStream|newBufferedWriter|write|writeString|newByteChannel|copy|move|createFile|createTempFile)\\(|new FileOutputStream"
                    + "|new FileWriter|RandomAccessFile|FileChannel\\.open|ImageIO\\.write\\(|new PrintWriter\\((file|path)",
            "write it with AtomicFile.write");

    /// Text of a file may hold escape sequences.
    static final TidyRule TEXT_IS_PRINTED_BY_STANDARD_STREAMS = new TidyRule(
            "src/main/java/(?!dev/handlens/app/StandardStreams\\.java).*\\.java", "System\\.(out|err|console)\\b",
            "print to the writers of StandardStreams, which make control characters visible");

    /// Text of a file enters the program where the YAML parser's values are taken, which makes control characters visible once for all.
    /// `Arguments` makes nodes of the grammar's own defaults.
    static final TidyRule TEXT_ENTERS_BY_THE_YAML_PARSER = new TidyRule(
            "src/main/java/(?!dev/handlens/scenario/(YamlParser|YamlOutput|Arguments)\\.java|dev/handlens/source/InputFile\\.java).*\\.java",
            "new YamlNode\\.Text\\(|\\.getValue\\(\\).*ScalarEvent|Files\\.(readString|readAllLines|readAllBytes|lines|newBufferedReader|newInputStream)\\(",
            "read scenarios with ScenarioReader, and files with InputFile");

    TidyRule(String files, String forbidden, String instead) {
        this(Pattern.compile(files), Pattern.compile(forbidden), instead);
    }

    /// Whether the rule is about a file.
    ///
    /// @param path path from the top of the repository, with forward slashes
    boolean isAbout(String path) {
        return files.matcher(path).matches();
    }

    /// Whether a line breaks the rule.
    boolean isBrokenBy(String line) {
        return forbidden.matcher(line).find();
    }

    /// Each line that breaks the rule, with what to do instead.
    List<String> violations(Path file) throws Exception {
        List<String> violations = new ArrayList<>();
        String path = file.toString().replace('\\', '/');
        if (isAbout(path)) {
            List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
            for (int number = 1; number <= lines.size(); number++) {
                String line = lines.get(number - 1);
                if (isBrokenBy(line)) {
                    violations.add(path + ":" + number + ": " + line.strip() + " → " + instead);
                }
            }
        }
        return violations;
    }
}
