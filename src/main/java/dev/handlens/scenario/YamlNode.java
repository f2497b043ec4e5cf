package dev.handlens.scenario;

import dev.handlens.source.VisibleText;
import java.util.List;
import java.util.SequencedMap;

/// A piece of a scenario file as it stands there, before anyone asks what it means.
sealed interface YamlNode {
    /// Characters of a file that a message quotes at most.
    int LONGEST_QUOTE = 200;

    /// Where it begins.
    Place place();

    /// What to call it in a message.
    String described();

    /// Text for a message: its first line, cut when it is long.
    static String shorten(String text) {
        int longest = 24;
        String stripped = text.strip();
        String line = stripped.lines().findFirst().orElse("");
        boolean whole = line.length() <= longest && line.length() == stripped.length();
        return "'" + VisibleText.line(whole ? line : line.substring(0, Math.min(longest, line.length())) + "…") + "'";
    }

    /// A piece of a library's message, which may quote the file: one line of bounded length.
    static String quoted(String text) {
        String line = VisibleText.line(String.valueOf(text));
        return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "…";
    }

    /// One value.
    ///
    /// @param plain whether it stands there without quotes and on no block of its own, so that `~` means nothing and `12` a number
    record Text(String value, boolean plain, Place place) implements YamlNode {
        /// Whether YAML reads it as no value at all.
        boolean isNothing() {
            return plain && switch (value) {
                case "", "~", "null", "Null", "NULL" -> true;
                default -> false;
            };
        }

        @Override
        public String described() {
            return isNothing() ? "nothing" : shorten(value);
        }
    }

    /// A list.
    record Items(List<YamlNode> items, Place place) implements YamlNode {
        @Override
        public String described() {
            return "a list";
        }
    }

    /// A mapping, in the order of the file.
    record Fields(SequencedMap<String, Entry> fields, Place place) implements YamlNode {
        @Override
        public String described() {
            return "a mapping";
        }

        /// The value of a field, or null when it is absent.
        YamlNode get(String name) {
            Entry entry = fields.get(name);
            return entry == null ? null : entry.value();
        }
    }

    /// A field of a mapping.
    ///
    /// @param place where its name stands
    record Entry(String name, Place place, YamlNode value) {}
}
