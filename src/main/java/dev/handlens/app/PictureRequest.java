package dev.handlens.app;

import dev.handlens.scenario.Program;
import dev.handlens.ui.theme.Theme;
import java.nio.file.Path;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/// Pictures of one run to be drawn without a window.
///
/// @param program the scenario
/// @param shots the PNG file to write for each step, in the order of the steps
/// @param size their size
/// @param theme their colours; never [Theme#SYSTEM], because a picture must not depend on the desktop it is made on
/// @param pane the pane to draw alone, or null for the whole window
/// @param presentation whether the window is in presentation; only with `pane` null
/// @param select what to select, or null for what the scenario opens with
public record PictureRequest(
        Program program, SequencedMap<Long, Path> shots, PictureSize size, Theme theme, PaneName pane, boolean presentation, Mark select) {
    /// A picture of one moment.
    PictureRequest(Program program, long position, Path out, PictureSize size, Theme theme, PaneName pane, Mark select) {
        this(program, new TreeMap<>(Map.of(position, out)), size, theme, pane, false, select);
    }
}
