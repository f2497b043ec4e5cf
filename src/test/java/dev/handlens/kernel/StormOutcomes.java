package dev.handlens.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// How each call can end, as it is documented, and why storms do not reach some of it. A pair of call and outcome is written
/// `NtClose INVALID_HANDLE`.
final class StormOutcomes {
    private final SortedSet<String> documented = new TreeSet<>();
    private final Map<String, String> reasons = new TreeMap<>();

    private StormOutcomes() {}

    /// Reads both lists.
    static StormOutcomes read() throws IOException {
        StormOutcomes outcomes = new StormOutcomes();
        Map<String, List<String>> lines = new TreeMap<>();
        for (String line : lines("storm-outcomes.txt")) {
            List<String> words = List.of(line.strip().split("\\s+"));
            if (lines.put(words.getFirst(), words.subList(1, words.size())) != null) {
                throw new IllegalArgumentException(words.getFirst() + " is listed twice");
            }
        }
        lines.keySet().stream().filter(call -> !call.startsWith("@"))
                .forEach(call -> outcomes.document(call, lines.get(call), lines));
        for (String line : lines("storm-unreached.txt")) {
            outcomes.excuse(line);
        }
        return outcomes;
    }

    private void document(String call, List<String> words, Map<String, List<String>> lines) {
        for (String word : words) {
            if (word.startsWith("@")) {
                document(call, Objects.requireNonNull(lines.get(word), word), lines);
            } else {
                documented.add(call + " " + word.replace("then_", "then "));
            }
        }
    }

    private void excuse(String line) {
        String[] parts = line.split("\\|", 2);
        List<String> words = List.of(parts[0].strip().split("\\s+"));
        for (String outcome : words.subList(1, words.size())) {
            if (reasons.put(words.getFirst() + " " + outcome, parts[1].strip()) != null) {
                throw new IllegalArgumentException(words.getFirst() + " " + outcome + " has two reasons");
            }
        }
    }

    private static List<String> lines(String file) throws IOException {
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(StormOutcomes.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(lines::add);
        }
        return lines;
    }

    /// Every documented pair.
    SortedSet<String> documented() {
        return documented;
    }

    /// Pairs that storms do not reach, with why.
    Map<String, String> reasons() {
        return reasons;
    }
}
