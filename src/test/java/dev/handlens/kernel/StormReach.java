package dev.handlens.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Which calls storms made, and what came of them: a table of call and status.
final class StormReach {
    private final Map<String, Map<String, Long>> reached = new TreeMap<>();

    synchronized void add(String service, String outcome) {
        reached.computeIfAbsent(service, _ -> new TreeMap<>()).merge(outcome, 1L, Long::sum);
    }

    /// Services that were called.
    Set<String> services() {
        return reached.keySet();
    }

    /// What came of a service, with how often.
    Map<String, Long> outcomes(String service) {
        return reached.getOrDefault(service, Map.of());
    }

    /// Writes the table: one line for each call, and behind it what came of it how often.
    void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        reached.forEach((service, outcomes) -> text.append("%-32s %s%n".formatted(service, outcomes.toString().replaceAll("[{}]", ""))));
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
