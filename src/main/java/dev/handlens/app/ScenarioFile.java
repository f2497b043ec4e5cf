package dev.handlens.app;

import dev.handlens.scenario.Program;
import dev.handlens.scenario.ScenarioException;
import dev.handlens.scenario.ScenarioReader;
import java.nio.file.Files;
import java.nio.file.Path;

/// Opens scenario files for commands.
final class ScenarioFile {
    private ScenarioFile() {}

    /// The scenario that opens when none is named: the tour that ships with the program.
    static Path usual() {
        return Path.of(System.getProperty("handlens.home", "."), "scenarios", "tour.yaml");
    }

    /// Reads a file.
    ///
    /// @throws UserError when there is no such file
    /// @throws ScenarioException when it has mistakes
    static Program open(Path file) throws UserError, ScenarioException {
        if (Files.isDirectory(file)) {
            throw new UserError(file + " is a folder; name a scenario file in it.");
        }
        if (!Files.exists(file)) {
            throw new UserError(file + " does not exist; name a scenario file or a command, see `handlens help`.");
        }
        if (!Files.isReadable(file)) {
            throw new UserError(file + " cannot be read; check its permissions.");
        }
        return Program.of(ScenarioReader.read(file));
    }
}
