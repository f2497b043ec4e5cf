package dev.handlens.scenario;

import dev.handlens.source.VisibleText;
import java.util.regex.Pattern;

/// What is wrong with a scenario file, for its author.
///
/// @param file the file
/// @param place where
/// @param message what is wrong and the way out, one sentence
public record Diagnostic(String file, Place place, String message) {
    private static final int LONGEST_MESSAGE = 1_000;
    private static final Pattern LONG_QUOTE = Pattern.compile("'([^']{" + YamlNode.LONGEST_QUOTE + "})[^']*'");

    /// Cuts what the message quotes of the file after 200 characters, and the message after 1,000.
    public Diagnostic {
        message = bounded(message);
    }

    /// Returns a sentence whose quotes have at most 200 characters, and which has at most 1,000.
    static String bounded(String message) {
        if (message.length() <= YamlNode.LONGEST_QUOTE) {
            return message;
        }
        String cut = LONG_QUOTE.matcher(message).replaceAll("'$1…'");
        return cut.length() <= LONGEST_MESSAGE ? cut : cut.substring(0, LONGEST_MESSAGE - 1) + "…";
    }

    /// `file:line:column: message`
    @Override
    public String toString() {
        return VisibleText.line(file) + ":" + place.line() + ":" + place.column() + ": " + message;
    }
}
