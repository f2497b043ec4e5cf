package dev.handlens.app;

import dev.handlens.scenario.Program;
import dev.handlens.ui.theme.Theme;
import java.nio.file.Path;

/// A picture to be drawn without a window.
///
/// @param program the scenario
/// @param position the step to draw
/// @param out the PNG file to write
/// @param size its size
/// @param theme its colours; never [Theme#SYSTEM], because a picture must not depend on the desktop it is made on
/// @param pane the pane to draw alone, or null for the whole window
/// @param select what to select, or null for what the scenario opens with
public record PictureRequest(Program program, long position, Path out, PictureSize size, Theme theme, PaneName pane, Mark select) {}
