package dev.handlens.lens;

import java.util.ArrayList;
import java.util.List;

/// Splits the text of the filter field into terms. White space separates them, except within double quotes. Within quotes, `""` stands for a
/// quote, and so does `\"` as long as another quote closes the value: a path may end in a backslash.
final class FilterWords {
    private final String text;
    private int at;

    /// A term without its quotes.
    ///
    /// @param text the term
    /// @param literal whether it begins with a quote, so that it is text even if it looks like a field and a value
    record Term(String text, boolean literal) {}

    private FilterWords(String text) {
        this.text = text;
    }

    /// Returns the terms of a text in their order.
    static List<Term> split(String text) {
        List<Term> terms = new ArrayList<>();
        FilterWords words = new FilterWords(text);
        while (words.skipSpace()) {
            boolean literal = text.charAt(words.at) == '"';
            String term = words.term();
            if (!term.isEmpty()) {
                terms.add(new Term(term, literal));
            }
        }
        return terms;
    }

    /// Returns a value as it is written in the filter field: quoted if it has to be.
    static String quoted(String value) {
        boolean plain = value.chars().noneMatch(letter -> Character.isWhitespace(letter) || letter == '"');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }

    private boolean skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    private String term() {
        StringBuilder term = new StringBuilder();
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            if (text.charAt(at) == '"') {
                int end = closing(true);
                boolean backslashEscapes = end >= 0;
                quoted(term, backslashEscapes ? end : closing(false), backslashEscapes);
            } else {
                term.append(text.charAt(at++));
            }
        }
        return term.toString();
    }

    /// Where the quote that begins here ends, or -1 if nothing closes it.
    private int closing(boolean backslashEscapes) {
        for (int i = at + 1; i < text.length(); i++) {
            if (isEscape(i, backslashEscapes)) {
                i++;
            } else if (text.charAt(i) == '"') {
                return i;
            }
        }
        return -1;
    }

    private void quoted(StringBuilder term, int closing, boolean backslashEscapes) {
        int end = closing < 0 ? text.length() : closing;
        for (int i = at + 1; i < end; i++) {
            i += isEscape(i, backslashEscapes) ? 1 : 0;
            term.append(text.charAt(i));
        }
        at = Math.min(text.length(), end + 1);
    }

    private boolean isEscape(int i, boolean backslashEscapes) {
        boolean first = text.charAt(i) == '"' || backslashEscapes && text.charAt(i) == '\\';
        return first && i + 1 < text.length() && text.charAt(i + 1) == '"';
    }
}
