package dev.handlens.kernel.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The recorded runs and the lists of known differences, read from the folder of this package.
final class Recording {
    private Recording() {}

    /// The steps of each sequence, in the order in which they ran.
    static Map<String, List<RecordedStep>> sequences() {
        Map<String, List<RecordedStep>> sequences = new LinkedHashMap<>();
        for (Map<String, Object> line : lines("recorded.jsonl")) {
            RecordedStep step = RecordedStep.of(line);
            sequences.computeIfAbsent(step.seq(), _ -> new ArrayList<>()).add(step);
        }
        return sequences;
    }

    /// The differences of a list.
    static List<Difference> differences(String file) {
        return lines(file).stream().map(Difference::of).toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> lines(String file) {
        // A line of JSON is a line of YAML as well, and YAML the project can read.
        Load yaml = new Load(LoadSettings.builder().build());
        List<Map<String, Object>> lines = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(Recording.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add((Map<String, Object>) yaml.loadFromString(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }
}
