package dev.handlens.scenario;

/// Where something stands in a scenario file.
///
/// @param line 1-based
/// @param column 1-based
public record Place(int line, int column) {}
