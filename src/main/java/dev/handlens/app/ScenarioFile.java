package dev.handlens.app;

import dev.handlens.scenario.Program;
import dev.handlens.scenario.ScenarioException;
import dev.handlens.scenario.ScenarioReader;
import dev.handlens.source.FileProblem;
import dev.handlens.source.InputFile;
import dev.handlens.source.VisibleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
        try {
            InputFile.checkRegular(file);
        } catch (NoSuchFileException missing) {
            throw new UserError(shown(file) + " does not exist; name a scenario file or a command, see `handlens help`.");
        } catch (IOException unreadable) {
            throw new UserError(shown(file) + " cannot be read (" + FileProblem.reason(unreadable) + "); name a scenario file.");
        }
        if (!Files.isReadable(file)) {
            throw new UserError(shown(file) + " cannot be read (no permission); check its permissions.");
        }
        return Program.of(ScenarioReader.read(file));
    }

    private static String shown(Path file) {
        return VisibleText.line(file.toString());
    }
}
