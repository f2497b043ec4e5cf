package dev.handlens.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.NtStatus;
import dev.handlens.kernel.io.DriverBehavior;
import dev.handlens.kernel.io.IoctlAnswer;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.kernel.ps.ProcessState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Drivers that keep requests, as scenarios say it.
class DriverScenarioTest {
    private static final String HEAD = """
            handlens: 1
            title: The inverted call
            cast:
              app:   { process: app.exe, pid: 2184 }
              other: { thread: app, start: Worker }
              gizmo: { driver: gizmo.sys, device: \\Device\\Gizmo, answers: %s, verifier: true }
            steps:
            """;
    private static final String SEND = """
              - CreateFile: { in: app, path: \\Device\\Gizmo, overlapped: true, as: file }
              - CreateEvent: { in: app, as: done }
              - DeviceIoControl: { in: app, handle: file, code: 0x222000, event: done, as: request,
                                   expect: { status: STATUS_PENDING, handleCount: 1, pointerCount: 2 } }
            """;

    private static Machine run(String answers, String steps) throws ScenarioException {
        Program program = Program.of(ScenarioReader.read("x.yaml", HEAD.formatted(answers) + steps));
        Machine machine = Machine.start(program);
        while (machine.position() < program.length()) {
            machine.step();
        }
        return machine;
    }

    private static ProcessObject app(Machine machine) {
        return machine.kernel().process(2184);
    }

    @Test
    void anEventHappensAndTheDriverCompletes() throws Exception {
        Machine machine = run("wdf-queue", SEND + """
                  - WaitForSingleObject: { in: app, handle: done, expect: STATUS_PENDING }
                  - IoCsqRemoveNextIrp: { in: System, driver: gizmo, as: taken }
                  - IoCompleteRequest: { in: System, driver: gizmo, request: taken, information: 64 }
                  - CloseHandle: { in: app, handle: file }
                """);
        assertThat(machine.failures()).isEmpty();
        assertThat(machine.kernel().irps().size()).isZero();
    }

    @Test
    void theProgramCancelsTheOneRequestItNames() throws Exception {
        Machine machine = run("csq", SEND + """
                  - CancelIoEx: { in: app, handle: file, request: request }
                  - CancelIoEx: { in: app, handle: file, request: request, expect: STATUS_NOT_FOUND }
                """);
        assertThat(machine.failures()).isEmpty();
    }

    @Test
    void aBadDriverKeepsTheProcessUntilTheFiveMinutesAreOver() throws Exception {
        String exit = SEND + "  - ExitProcess: { in: app }\n";
        Machine stuck = run("never", exit);
        assertThat(stuck.failures()).isEmpty();
        assertThat(app(stuck).state()).isEqualTo(ProcessState.TERMINATING);
        assertThat(stuck.kernel().blockers(app(stuck))).hasSize(1);
        Machine ended = run("never", exit + "  - ExitWaitTimesOut: { in: System, process: app }\n");
        assertThat(ended.failures()).isEmpty();
        assertThat(app(ended)).isNull();
        assertThat(ended.kernel().irps().log()).hasSize(1);
    }

    @Test
    void withoutOverlappedTheProgramWaitsInsideItsCall() throws Exception {
        Machine machine = run("csq", """
                  - CreateFile: { in: app, path: \\Device\\Gizmo, as: file }
                  - DeviceIoControl: { in: app, handle: file, code: 0x222000, expect: STATUS_PENDING }
                  - CloseHandle: { in: app, handle: file }
                """);
        assertThat(machine.failures()).singleElement()
                .satisfies(failure -> assertThat(failure.failure()).contains("is waiting"));
    }

    @Test
    void aThreadThatIsStuckInItsEndMakesNoCall() throws Exception {
        Machine machine = run("never", SEND + """
                  - ExitThread: { in: app }
                  - CreateEvent: { in: app }
                  - CreateEvent: { in: other }
                """);
        assertThat(machine.failures()).singleElement()
                .satisfies(failure -> assertThat(failure.failure()).contains("is not running"));
        assertThat(app(machine).state()).isEqualTo(ProcessState.RUNNING);
    }

    @Test
    void aHandWrittenListThatLosesTheRaceStopsTheMachine() throws Exception {
        Machine machine = run("list", SEND + """
                  - IoCsqRemoveNextIrp: { in: System, driver: gizmo, as: taken }
                  - CancelIo: { in: app, handle: file }
                  - IoCompleteRequest: { in: System, driver: gizmo, request: taken, expect: any }
                """);
        assertThat(machine.kernel().bugCheck().code()).isEqualTo(0x44);
        assertThat(machine.misuses()).extracting(Machine.Misuse::kind).containsExactly("bug-check");
    }

    @Test
    void aDriverCompletesWithTheStatusThatIsWritten() throws Exception {
        Machine machine = run("list-without-cancel", SEND + """
                  - IoCancelIrp: { in: System, request: request, expect: { information: 0 } }
                  - IoCompleteRequest: { in: System, driver: gizmo, status: STATUS_CANCELLED }
                  - IoCompleteRequest: { in: System, driver: gizmo, expect: STATUS_NOT_FOUND }
                """);
        assertThat(machine.failures()).isEmpty();
        assertThat(machine.last().result().status()).isEqualTo(NtStatus.STATUS_NOT_FOUND);
    }

    @ParameterizedTest
    @EnumSource
    void everyAnswerIsReadAndWrittenAgain(IoctlAnswer answer) throws Exception {
        Scenario scenario = ScenarioReader.read("x.yaml", HEAD.formatted(answer.label()) + "  - CreateEvent: {}\n");
        Scenario.CastMember.DriverMember driver = (Scenario.CastMember.DriverMember) scenario.cast().getLast();
        assertThat(driver.behavior()).isEqualTo(new DriverBehavior(answer, true));
        Scenario again = ScenarioReader.read("x.yaml", ScenarioWriter.write(scenario));
        assertThat(again.cast()).isEqualTo(scenario.cast());
    }
}
