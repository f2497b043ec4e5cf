package dev.handlens.scenario;

import dev.handlens.source.VisibleText;

/// What is wrong with a scenario file, for its author.
///
/// @param file the file
/// @param place where
/// @param message what is wrong and the way out, one sentence
public record Diagnostic(String file, Place place, String message) {
    /// `file:line:column: message`
    @Override
    public String toString() {
        return VisibleText.line(file) + ":" + place.line() + ":" + place.column() + ": " + message;
    }
}
