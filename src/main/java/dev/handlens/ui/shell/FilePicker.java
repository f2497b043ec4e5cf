package dev.handlens.ui.shell;

import java.nio.file.Path;
import java.util.function.Consumer;

/// Asks a person for a file. Nothing is handed on when the person changes their mind.
public interface FilePicker {
    /// Asks for a scenario to open.
    void openScenario(Consumer<Path> chosen);

    /// Asks where to save a scenario.
    ///
    /// @param name suggested file name
    void saveScenario(String name, Consumer<Path> chosen);

    /// Asks where to save a picture.
    ///
    /// @param name suggested file name
    void savePicture(String name, Consumer<Path> chosen);
}
