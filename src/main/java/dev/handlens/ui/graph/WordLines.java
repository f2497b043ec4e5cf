package dev.handlens.ui.graph;

import java.util.function.Predicate;

/// Parts words into lines, rather at a dot than between words.
final class WordLines {
    private static final String DOT = " · ";

    private final Predicate<String> isShort;
    private final StringBuilder lines = new StringBuilder();
    private String line = "";

    private WordLines(Predicate<String> isShort) {
        this.isShort = isShort;
    }

    /// @param words such as `kept by gizmo.sys, in no queue · cancel requested`
    /// @param isShort whether a line has room
    /// @return the same in as few lines as have room; a word that has none stands by itself
    static String of(String words, Predicate<String> isShort) {
        WordLines lines = new WordLines(isShort);
        for (String part : words.split(DOT)) {
            lines.addPart(part);
        }
        return lines.lines.append(lines.line).toString();
    }

    private void addPart(String part) {
        String longer = line.isEmpty() ? part : line + DOT + part;
        if (isShort.test(longer)) {
            line = longer;
            return;
        }
        endLine();
        for (String word : part.split(" ")) {
            String more = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && !isShort.test(more)) {
                endLine();
                more = word;
            }
            line = more;
        }
    }

    private void endLine() {
        if (!line.isEmpty()) {
            lines.append(line).append('\n');
        }
        line = "";
    }
}
