package dev.handlens.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The reference of the format says what the code does: its tables are printed from the code (`-Dupdate` rewrites them) and its examples
/// are read.
class ScenarioFormatDocumentTest {
    private static final Path DOCUMENT = Path.of("docs/scenario-format.md");
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(handlens: 1\n.*?)```", Pattern.DOTALL);

    @Test
    void theTablesAreThoseOfTheCode() throws Exception {
        String text = Files.readString(DOCUMENT);
        String current = text;
        for (Map.Entry<String, String> table : FormatReference.tables().entrySet()) {
            String begin = "<!-- table: " + table.getKey() + " -->\n";
            int from = current.indexOf(begin);
            assertThat(from).as("the mark %s in %s", begin.strip(), DOCUMENT).isNotNegative();
            int to = current.indexOf("<!-- end -->", from);
            current = current.substring(0, from) + begin + table.getValue() + current.substring(to);
        }
        if (System.getProperty("update") != null) {
            Files.writeString(DOCUMENT, current);
            text = current;
        }
        assertThat(text).isEqualTo(current);
    }

    @Test
    void theExamplesAreScenarios() throws Exception {
        List<String> titles = new ArrayList<>();
        Matcher examples = EXAMPLE.matcher(Files.readString(DOCUMENT));
        while (examples.find()) {
            titles.add(ScenarioReader.read(DOCUMENT.toString(), examples.group(1)).title());
        }
        assertThat(titles).contains("Kernel handles are not reference-counted");
    }
}
