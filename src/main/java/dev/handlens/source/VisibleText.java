package dev.handlens.source;

/// Makes characters visible that would act on a terminal or reorder text rather than be read: control characters, escape sequences,
/// bidirectional controls, invisible format characters and halves of surrogate pairs. Each is written as `\u001B`, those beyond the
/// basic plane as `\U000E0041`. Line feeds and tabs stay, because prose has lines; where a text must be one line, the reader checks that.
public final class VisibleText {
    private VisibleText() {}

    /// Returns the text with every such character written out; the same object when it has none.
    public static String of(String text) {
        int first = firstInvisible(text);
        if (first == text.length()) {
            return text;
        }
        StringBuilder visible = new StringBuilder(text.length() + 16).append(text, 0, first);
        int at = first;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            append(visible, codePoint);
            at += Character.charCount(codePoint);
        }
        return visible.toString();
    }

    /// Returns the text on one line: line feeds and tabs are written out too. For names, and for pieces of a file in a message.
    public static String line(String text) {
        return of(text).replace("\n", "\\u000A").replace("\t", "\\u0009");
    }

    private static int firstInvisible(String text) {
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            if (isInvisible(codePoint)) {
                return at;
            }
            at += Character.charCount(codePoint);
        }
        return at;
    }

    private static void append(StringBuilder visible, int codePoint) {
        if (!isInvisible(codePoint)) {
            visible.appendCodePoint(codePoint);
        } else if (Character.isBmpCodePoint(codePoint)) {
            visible.append("\\u%04X".formatted(codePoint));
        } else {
            visible.append("\\U%08X".formatted(codePoint));
        }
    }

    /// Returns whether a character has no shape of its own and acts on what stands around it. Format characters (category Cf) include the
    /// bidirectional controls, the zero-width characters and the tags; U+00AD (soft hyphen) is one too.
    static boolean isInvisible(int codePoint) {
        if (codePoint == '\n' || codePoint == '\t') {
            return false;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
