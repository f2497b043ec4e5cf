package dev.handlens.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Whether what the documents name is there. A type or call in a code span must be known somewhere in the source; a path must exist.
class DocumentNamesTest {
    private static final Pattern FENCED = Pattern.compile("(?ms)^\\s*```.*?^\\s*```");
    private static final Pattern CODE_SPAN = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)[^)]*\\)");
    private static final Pattern TYPE = Pattern.compile("[A-Z][a-z0-9]+([A-Z][a-z0-9]*)+");
    private static final Pattern PATH = Pattern.compile("(src|docs|resources|scenarios|\\.ci|\\.mvn)/[\\w./-]*");
    private static final Pattern WORD = Pattern.compile("\\w+");

    private static SortedSet<String> wordsOfTheSource;

    @BeforeAll
    static void readTheSource() throws IOException {
        wordsOfTheSource = new TreeSet<>();
        for (Path file : ProjectFiles.under(Path.of("src"))) {
            if (file.toString().endsWith(".java")) {
                Matcher word = WORD.matcher(Files.readString(file));
                while (word.find()) {
                    wordsOfTheSource.add(word.group());
                }
            }
        }
    }

    @Test
    void everythingThatDocumentsNameIsThere() throws IOException {
        List<Path> documents = new ArrayList<>(ProjectFiles.under(Path.of("docs")));
        documents.addAll(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")));
        List<String> missing = new ArrayList<>();
        for (Path document : documents) {
            if (Files.exists(document) && document.toString().endsWith(".md")) {
                for (String name : missingNames(document, Files.readString(document))) {
                    missing.add(ProjectFiles.slashes(document) + " names " + name);
                }
            }
        }

        assertThat(missing).as("mend the document, or write a name that is not in the code as plain text").isEmpty();
    }

    @Test
    void anInventedTypeAndAnInventedPathAreCaught() {
        String invented = "Handle" + "Overseer";
        String document = """
                The `ObjectType` of `src/main/java/dev/handlens/kernel` is kept by `%s`
                in `src/main/java/dev/handlens/no`, [see](nowhere.md).

                ```java
                NotLookedAt x;
                ```
                """.formatted(invented);

        assertThat(missingNames(Path.of("docs", "invented.md"), document))
                .containsExactly(invented, "src/main/java/dev/handlens/no", "nowhere.md");
    }

    private static List<String> missingNames(Path document, String text) {
        String prose = FENCED.matcher(text).replaceAll("");
        List<String> missing = new ArrayList<>();
        Matcher span = CODE_SPAN.matcher(prose);
        while (span.find()) {
            String name = span.group(1);
            if (TYPE.matcher(name).matches() && !wordsOfTheSource.contains(name)) {
                missing.add(name);
            }
            if (PATH.matcher(name).matches() && !Files.exists(Path.of(name))) {
                missing.add(name);
            }
        }
        Matcher link = LINK.matcher(prose);
        while (link.find()) {
            String target = link.group(1);
            boolean elsewhere = target.contains(":");
            if (!elsewhere && !Files.exists(document.toAbsolutePath().resolveSibling(target))) {
                missing.add(target);
            }
        }
        return missing;
    }
}
