package dev.handlens.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What a step can expect, and what is said when it does not come.
class ExpectationsTest {
    private static final String HEAD = """
            handlens: 1
            title: Waits
            cast:
              app:    { process: app.exe }
              worker: { thread: app }
            steps:
              - CreateEvent: { in: app, as: a }
              - CreateEvent: { in: app, as: b }
            """;

    private static List<String> failures(String steps) throws ScenarioException {
        Program program = Program.of(ScenarioReader.read("x.yaml", HEAD + steps));
        Machine machine = Machine.start(program);
        while (machine.position() < program.length()) {
            machine.step();
        }
        return machine.failures().stream().map(Machine.Outcome::failure).toList();
    }

    @Test
    void aWaitThatHasNotEndedIsWaiting() throws Exception {
        assertThat(failures("""
                  - WaitForSingleObject: { in: worker, handle: a, expect: { status: STATUS_PENDING, waits: { worker: waiting } } }
                """)).isEmpty();
        assertThat(failures("  - SetEvent: { in: app, handle: a, expect: { waits: { worker: waiting } } }\n"))
                .containsExactly("expected the wait of worker to be waiting, it is none, for it has not waited");
    }

    @Test
    void aWaitForOneOfSeveralEndsWithTheIndexOfTheObject() throws Exception {
        String wait = "  - WaitForMultipleObjects: { in: worker, handles: [a, b], expect: STATUS_PENDING }\n";
        String set = "  - SetEvent: { in: app, handle: b, expect: { waits: { worker: %s } } }\n";

        assertThat(failures(wait + set.formatted("STATUS_WAIT_1"))).isEmpty();
        assertThat(failures(wait + set.formatted("STATUS_SUCCESS"))).as("the same, whichever it was").isEmpty();
        assertThat(failures(wait + set.formatted("STATUS_WAIT_0")))
                .containsExactly("expected the wait of worker to be STATUS_WAIT_0, it is STATUS_SUCCESS");
    }

    @Test
    void aWaitThatIsSatisfiedAtOnceHasTheSameName() throws Exception {
        String set = "  - SetEvent: { in: app, handle: b }\n";

        assertThat(failures(set + "  - WaitForMultipleObjects: { in: app, handles: [a, b], expect: STATUS_WAIT_1 }\n")).isEmpty();
        assertThat(failures(set + "  - WaitForMultipleObjects: { in: app, handles: [b, a], expect: STATUS_WAIT_1 }\n"))
                .containsExactly("expected STATUS_WAIT_1, got STATUS_SUCCESS");
    }
}
