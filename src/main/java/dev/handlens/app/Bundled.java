package dev.handlens.app;

import dev.handlens.scenario.Scenario;
import dev.handlens.scenario.ScenarioException;
import dev.handlens.scenario.ScenarioReader;
import dev.handlens.ui.shell.ScenarioChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The scenarios that come with the program, and those that were opened before, as the scenario chooser lists them.
final class Bundled {
    private static final String TOUR = "tour";

    private Bundled() {}

    /// Scenarios of the folder that the tour is in, the tour first.
    static List<ScenarioChoice> choices() {
        Path folder = ScenarioFile.usual().getParent();
        List<ScenarioChoice> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".yaml")).sorted().map(Bundled::choice).filter(choice -> choice != null).forEach(found::add);
            } catch (IOException unreadable) {
                return List.of();
            }
        }
        found.sort((a, b) -> Boolean.compare(b.name().equals(TOUR), a.name().equals(TOUR)));
        return found;
    }

    /// Files opened before that can still be read.
    static List<ScenarioChoice> recent(List<Path> files) {
        return files.stream().filter(Files::isReadable).map(Bundled::choice).filter(choice -> choice != null).toList();
    }

    /// A file as a choice, or null when it is no scenario any more: a list is no place for its mistakes.
    private static ScenarioChoice choice(Path file) {
        try {
            Scenario scenario = ScenarioReader.read(file);
            return new ScenarioChoice(scenario.title(), scenario.name(), file);
        } catch (ScenarioException broken) {
            return null;
        }
    }
}
