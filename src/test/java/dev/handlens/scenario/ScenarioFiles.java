package dev.handlens.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The scenario files that tests read.
final class ScenarioFiles {
    private static final Path RESOURCES = Path.of("src/test/resources/dev/handlens/scenario");
    static final Path BROKEN = RESOURCES.resolve("broken");

    private ScenarioFiles() {}

    static List<Path> broken() throws IOException {
        return yaml(BROKEN);
    }

    /// Files made for tests and those that are bundled with the program.
    static List<Path> good() throws IOException {
        List<Path> files = new ArrayList<>(yaml(RESOURCES.resolve("good")));
        files.addAll(bundled());
        return files;
    }

    /// Files that are bundled with the program: those to watch, and those that hold something in place.
    static List<Path> bundled() throws IOException {
        List<Path> files = new ArrayList<>(yaml(Path.of("scenarios")));
        files.addAll(yaml(Path.of("scenarios", "regressions")));
        return files;
    }

    private static List<Path> yaml(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
        }
    }
}
