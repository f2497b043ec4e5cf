package dev.handlens.kernel.peer;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A place where Windows is known, or believed, to answer otherwise than the implementation that was recorded.
///
/// @param key the step, as `RecordedStep.key`
/// @param field the field that differs
/// @param windows the value on Windows, as the list words it; several are joined by "or"
/// @param grade `A` measured on Windows, `B` documented, `C` believed
/// @param basis where that is known from
record Difference(String key, String field, String windows, String grade, String basis) {
    private static final Pattern NUMBER = Pattern.compile("0x[0-9a-f]+|\\b\\d+\\b");

    static Difference of(Map<String, Object> line) {
        String key = line.get("seq") + " " + line.get("proc") + " " + line.get("step");
        // A line that names the handle it speaks of still speaks of one of the fields.
        String field = line.get("field").toString().replaceFirst(" of .*", "");
        return new Difference(key, field, line.get("windows").toString(), line.get("conf").toString(), line.get("basis").toString());
    }

    /// Numbers that Windows may answer with; empty where the list gives no number.
    List<Long> values() {
        return NUMBER.matcher(windows).results().map(match -> Long.decode(match.group())).toList();
    }

    /// Whether the list allows the call to be refused for lack of access instead of giving this field.
    boolean allowsAccessDenied() {
        return windows.contains("access denied");
    }
}
