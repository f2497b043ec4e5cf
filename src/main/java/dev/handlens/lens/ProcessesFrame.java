package dev.handlens.lens;

import java.util.List;

/// What the process tree shows.
///
/// @param rows children after their parents
/// @param zombies processes that have ended but are still referenced
/// @param tree whether rows are ordered as a tree
public record ProcessesFrame(List<ProcessRow> rows, int zombies, boolean tree) {}
