package dev.handlens.kernel.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Runs the calls of recorded programs against our kernel: another implementation's answers, which nobody here chose.
class ReplayTest {
    private final List<Difference> known =
            Stream.of("errata.jsonl", "differences.jsonl").flatMap(file -> Recording.differences(file).stream()).toList();
    private final Map<String, List<RecordedStep>> sequences = Recording.sequences();

    @Test
    void everyDifferenceFromTheRecordingIsKnownAndThenAsOnWindows() throws IOException {
        Comparison comparison = new Comparison(known);
        for (List<RecordedStep> sequence : sequences.values()) {
            comparison.compare(sequence, Replay.run(sequence));
        }
        System.out.println("Recorded runs: " + comparison.summary());
        assertThat(comparison.unexplained()).isEmpty();
        assertThat(Files.readString(Path.of("docs/conformance.md")).replace("\n> ", " ")).contains(comparison.summary());
    }

    @Test
    void theListsNameStepsThatWereRecorded() {
        TreeSet<String> recorded = new TreeSet<>();
        sequences.values().forEach(sequence -> sequence.forEach(step -> recorded.add(step.key())));
        assertThat(recorded).containsAll(known.stream().map(Difference::key).toList());
        assertThat(recorded).containsAll(NotSimulated.all().keySet());
    }

    @Test
    void aWrongAnswerIsFound() {
        List<RecordedStep> sequence = sequences.get("event-lifecycle");
        Map<String, Map<String, Long>> seen = Replay.run(sequence);
        seen.get("event-lifecycle p 6").put("status", 0x102L);
        Comparison comparison = new Comparison(known);
        comparison.compare(sequence, seen);
        assertThat(comparison.unexplained()).containsExactly(
                "event-lifecycle p 6 NtWaitForSingleObject: status is 0x102, recorded was 0x0");
    }
}
