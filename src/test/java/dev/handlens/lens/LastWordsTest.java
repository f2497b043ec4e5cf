package dev.handlens.lens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.scenario.Program;
import dev.handlens.timeline.Timeline;
import org.junit.jupiter.api.Test;

/// The last words and the last source of a run, remembered from frame to frame.
class LastWordsTest {
    @Test
    void whatIsRememberedIsWhatIsFoundAnew() {
        for (String name : new String[] {"tour", "event-leak", "healthy"}) {
            Program program = Runs.bundled(name).program();
            LastWords remembers = new LastWords();
            for (long position = 0; position <= program.length(); position += 1 + position / 50) {
                LastWords anew = new LastWords();
                anew.look(program, position);
                remembers.look(program, position);
                assertThat(remembers.speaker()).as(name + " " + position).isEqualTo(anew.speaker());
                assertThat(remembers.shower()).isEqualTo(anew.shower());
            }
        }
    }

    @Test
    void wordsFarBackAreForgottenWhicheverWayOneComes() {
        Timeline run = Runs.of("""
                cast: { fred: { process: fred.exe, loader: false } }
                steps:
                  - say: One event, again and again.
                  - repeat: { times: 150000, every: 0ms }
                    do:
                      - CreateEvent: { in: fred, as: e }
                """);
        LastWords remembers = new LastWords();
        for (long position = 0; position <= 100_001; position += 10_000) {
            remembers.look(run.program(), position);
        }
        assertThat(remembers.speaker()).isNotNull();
        remembers.look(run.program(), 100_002);
        LastWords anew = new LastWords();
        anew.look(run.program(), 100_002);
        assertThat(remembers.speaker()).isEqualTo(anew.speaker()).isNull();
    }

    @Test
    void theNextFrameLooksOnlyAtTheStepsSince() {
        Program program = Runs.bundled("event-leak").program();
        LastWords words = new LastWords();
        words.look(program, 9_000);
        long before = words.read();
        words.look(program, 9_040);
        assertThat(words.read() - before).isLessThanOrEqualTo(40);
    }
}
