package dev.handlens.app;

import dev.handlens.scenario.Program;
import dev.handlens.ui.theme.Theme;
import java.nio.file.Path;

/// How the window is to open.
///
/// @param file the scenario file
/// @param program what it says
/// @param position step to open at; 0 for the start
/// @param theme theme for this session, or null for the one in the settings
/// @param settings where settings are read from and written to; null for defaults that are not kept
public record WindowRequest(Path file, Program program, long position, Theme theme, Path settings) {}
