package dev.handlens.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.app.Playthrough;
import dev.handlens.lens.FindingsProjector;
import dev.handlens.scenario.Program;
import dev.handlens.scenario.ScenarioReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What the README shows a stranger must work as it stands.
class ReadmeTest {
    private static final Pattern YAML = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);

    @Test
    void theScenarioInTheReadmeHoldsEverythingItExpects() throws Exception {
        Matcher example = YAML.matcher(Files.readString(Path.of("README.md")));
        assertThat(example.find()).isTrue();
        Program program = Program.of(ScenarioReader.read("README.md", example.group(1)));
        Playthrough run = Playthrough.of("README.md", program, FindingsProjector::project, (machine, outcome) -> {});
        assertThat(run.failures()).isEmpty();
        assertThat(run.machine().kernel().process(run.machine().pid("server")).table().count()).isEqualTo(504);
    }

    @Test
    void everyPictureAndPageItPointsToExists() throws Exception {
        Matcher link = Pattern.compile("\\]\\(([^)#]+)\\)").matcher(Files.readString(Path.of("README.md")));
        assertThat(link.results().map(found -> found.group(1)).filter(target -> !target.startsWith("http")))
                .isNotEmpty().allSatisfy(target -> assertThat(Path.of(target)).exists());
    }
}
