package dev.handlens.scenario;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// Prints maps, lists, texts, numbers and truth values as indented JSON.
final class JsonText {
    private final StringBuilder out = new StringBuilder();

    private JsonText() {}

    static String of(Object value) {
        JsonText text = new JsonText();
        text.value(value, "\n");
        return text.out.append('\n').toString();
    }

    private void value(Object value, String newLine) {
        switch (value) {
            case Map<?, ?> map when map.isEmpty() -> out.append("{}");
            case Map<?, ?> map -> {
                out.append('{');
                for (Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator(); entries.hasNext(); ) {
                    Map.Entry<?, ?> entry = entries.next();
                    out.append(newLine).append("  ");
                    string((String) entry.getKey());
                    out.append(": ");
                    value(entry.getValue(), newLine + "  ");
                    out.append(entries.hasNext() ? "," : newLine);
                }
                out.append('}');
            }
            case List<?> list when list.stream().noneMatch(item -> item instanceof Map || item instanceof List) -> {
                out.append('[');
                for (int i = 0; i < list.size(); i++) {
                    out.append(i == 0 ? "" : ", ");
                    value(list.get(i), newLine);
                }
                out.append(']');
            }
            case List<?> list -> {
                out.append('[');
                for (int i = 0; i < list.size(); i++) {
                    out.append(i == 0 ? "" : ",").append(newLine).append("  ");
                    value(list.get(i), newLine + "  ");
                }
                out.append(newLine).append(']');
            }
            case null -> out.append("null");
            case String string -> string(string);
            default -> out.append(value);
        }
    }

    private void string(String string) {
        out.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                default -> {
                    if (c < ' ') {
                        out.append("\\u%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
