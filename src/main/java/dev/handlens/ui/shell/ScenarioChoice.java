package dev.handlens.ui.shell;

import java.nio.file.Path;

/// A scenario that can be chosen in the top bar.
///
/// @param title its title
/// @param name its short name: the file without extension
/// @param file where it is
public record ScenarioChoice(String title, String name, Path file) {}
