package dev.handlens.kernel;

import dev.handlens.kernel.ps.ThreadObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What storms reached: how often which call ended how. A call ends with a status, after `then` with the status that a blocked thread goes
/// on with, or with the stop of the machine.
final class StormReach {
    private final Map<String, Map<String, Long>> reached = new HashMap<>();
    private final Set<Class<?>> calls = new HashSet<>();
    private final Map<Integer, String> blocked = new HashMap<>();
    private int ofPrograms;
    private int successes;

    /// Takes a call in.
    void add(StormCall call, CallResult result) {
        calls.add(call.call().getClass());
        ofPrograms += call.caller().mode() == PreviousMode.USER ? 1 : 0;
        successes += result.status().isSuccess() ? 1 : 0;
        add(call.call().service(), name(result.status()));
        if (result.blocked()) {
            blocked.put(call.caller().tid(), call.call().service());
        }
    }

    void add(String service, String outcome) {
        reached.computeIfAbsent(service, _ -> new HashMap<>()).merge(outcome, 1L, Long::sum);
    }

    /// A thread makes a call: if it was blocked in the one before, that one has returned.
    void returned(Kernel kernel, int tid) {
        String service = blocked.isEmpty() ? null : blocked.remove(tid);
        ThreadObject thread = kernel.thread(tid);
        if (service != null && thread.wokenWith() != null) {
            add(service, "then " + name(thread.wokenWith()));
        }
    }

    /// Adds what another storm reached.
    void addAll(StormReach other) {
        calls.addAll(other.calls);
        ofPrograms += other.ofPrograms;
        successes += other.successes;
        other.reached.forEach((service, outcomes) -> outcomes.forEach((outcome, times) ->
                reached.computeIfAbsent(service, _ -> new HashMap<>()).merge(outcome, times, Long::sum)));
    }

    /// A status, without what all have in front.
    static String name(NtStatus status) {
        return status.name().substring("STATUS_".length());
    }

    /// A stop of the machine: its code, and the parameter that tells one cause from another.
    static String name(BugCheck stop) {
        return switch (stop.code()) {
            case 0x1E -> "0x1E/" + name(NtStatus.of((int) stop.p1()));
            case 0x93 -> "0x93/" + stop.p2();
            case 0xC2, 0xC4 -> "0x%X/%X".formatted(stop.code(), stop.p1());
            default -> "0x%X".formatted(stop.code());
        };
    }

    /// Calls that programs made, rather than drivers or the machine itself.
    int ofPrograms() {
        return ofPrograms;
    }

    /// Calls that succeeded.
    int successes() {
        return successes;
    }

    /// Which calls were made.
    Set<Class<?>> calls() {
        return calls;
    }

    /// Pairs of a service and an outcome that was reached.
    SortedSet<String> pairs() {
        SortedSet<String> pairs = new TreeSet<>();
        reached.forEach((service, outcomes) -> outcomes.keySet().forEach(outcome -> pairs.add(service + " " + outcome)));
        return pairs;
    }

    /// Services and what came of each how often, in the order of names.
    private Map<String, Map<String, Long>> table() {
        Map<String, Map<String, Long>> sorted = new TreeMap<>();
        reached.forEach((service, outcomes) -> sorted.put(service, new TreeMap<>(outcomes)));
        return sorted;
    }

    /// Writes the table: one line for each call, and behind it what came of it how often.
    void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        table().forEach((service, outcomes) -> text.append("%-32s %s%n".formatted(service, outcomes.toString().replaceAll("[{}]", ""))));
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
