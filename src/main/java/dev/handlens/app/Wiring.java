package dev.handlens.app;

import dev.handlens.lens.FindingsFrame;
import dev.handlens.scenario.Machine;
import dev.handlens.timeline.Timeline;
import dev.handlens.ui.theme.Theme;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.function.Supplier;

/// What the command line needs from the other rooms. One value, so that tests can put a recorder in the place of the window.
///
/// @param window opens the window
/// @param pictures draws a picture without a window
/// @param state writes what a machine's kernel holds
/// @param findings says what a run has found
/// @param schema the JSON Schema of scenario files
/// @param display says whether a window can be opened here
public record Wiring(
        WindowOpener window, PictureMaker pictures, StateWriter state, FindingsSource findings, Supplier<String> schema,
        Supplier<Display> display) {

    /// Opens the window and returns when it is closed.
    @FunctionalInterface
    public interface WindowOpener {
        /// Begins to make the window, beside what the caller does before [#open].
        ///
        /// @param file the scenario file that will be shown
        /// @param theme theme for this session, or null for the one in the settings
        /// @param settings where settings are kept; null for nowhere
        default void prepare(Path file, Theme theme, Path settings) {
            // Who opens no real window has nothing to make.
        }

        /// @return exit code
        int open(WindowRequest request) throws UserError;
    }

    /// Draws pictures without a window.
    @FunctionalInterface
    public interface PictureMaker {
        /// @throws UserError when what is to be selected does not exist at that moment
        /// @throws IOException when the file cannot be written
        void draw(PictureRequest request) throws UserError, IOException;
    }

    /// Writes processes with their handles, objects with counts and references by cause, and pools by tag, as one JSON document.
    @FunctionalInterface
    public interface StateWriter {
        void write(Machine machine, Writer out) throws IOException;
    }

    /// Says what a run has found.
    @FunctionalInterface
    public interface FindingsSource {
        /// @param timeline the run, at its end
        FindingsFrame find(Timeline timeline);
    }
}
