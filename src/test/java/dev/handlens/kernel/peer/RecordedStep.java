package dev.handlens.kernel.peer;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// One line of the recording: a call, its arguments, and what was seen after it.
///
/// @param seq sequence that it belongs to; each starts afresh
/// @param step number in the sequence, counted for each process
/// @param proc who calls: `p` the parent, `c1` its child
/// @param call name of the service; one that begins with `_` is a note of the recorder
/// @param arguments arguments by name
/// @param fields the whole line
record RecordedStep(String seq, int step, String proc, String call, Map<String, Object> arguments, Map<String, Object> fields) {
    private static final List<String> COMPARED = List.of("status", "handleCount", "access", "inherit", "protect", "obsStatus");
    private static final Set<String> FLAGS = Set.of("inherit", "protect");

    @SuppressWarnings("unchecked")
    static RecordedStep of(Map<String, Object> line) {
        Map<String, Object> arguments = (Map<String, Object>) line.getOrDefault("args", Map.of());
        return new RecordedStep((String) line.get("seq"), (Integer) line.get("step"), (String) line.get("proc"),
                (String) line.get("call"), arguments, line);
    }

    /// How a step is named in lists and messages.
    String key() {
        return seq + " " + proc + " " + step;
    }

    boolean isNote() {
        return call.startsWith("_");
    }

    /// Those of the fields to compare that the recorder saw, in their order.
    List<String> compared() {
        // What a note reports as its status is the recorder's own word, not a system's.
        return COMPARED.stream().filter(field -> fields.get(field) != null && !(isNote() && field.equals("status"))).toList();
    }

    /// A field as a number.
    long number(String field) {
        Object value = fields.get(field);
        return FLAGS.contains(field) || value instanceof Integer ? (Integer) value : Long.decode((String) value);
    }

    boolean has(String argument) {
        return arguments.containsKey(argument);
    }

    /// An argument as text, or null.
    String text(String argument) {
        Object value = arguments.get(argument);
        return value == null ? null : value.toString();
    }

    /// An argument as a number, or 0 when it was not given.
    int argument(String name) {
        String text = text(name);
        return text == null ? 0 : Long.decode(text).intValue();
    }
}
