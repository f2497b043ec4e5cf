package dev.handlens.lens;

/// A titled step of a scenario. The first chapter is the start of the run, under the title of the scenario.
///
/// @param position the position after the step; of a step that repeats, after its first round
/// @param title the title, Markdown
public record Chapter(long position, String title) {}
