package dev.handlens.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.PreviousMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Previous mode as scenarios set it, and the findings of drivers that trust what they should not.
class DriverTrustTest {
    private static final String HEAD = """
            handlens: 1
            title: x
            cast:
              fred:  { process: fred.exe, loader: false }
              gizmo: { driver: gizmo.sys, device: \\Device\\Gizmo }
            steps:
              - CreateEvent: { in: fred, as: e }
            """;

    private static Machine run(String... steps) throws ScenarioException {
        StringBuilder text = new StringBuilder(HEAD);
        for (String step : steps) {
            text.append("  - ").append(step).append("\n");
        }
        Machine machine = Machine.start(Program.of(ScenarioReader.read("x.yaml", text.toString())));
        while (machine.position() < machine.program().length()) {
            machine.step();
        }
        assertThat(machine.failures()).isEmpty();
        return machine;
    }

    private static List<String> misuses(Machine machine) {
        return machine.misuses().stream().map(Machine.Misuse::kind).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "NtQueryEvent, fred, user, USER", "NtQueryEvent, fred, kernel, USER", "ZwQueryEvent, fred, kernel, KERNEL",
        "ZwQueryEvent, fred, user, USER"})
    void ntKeepsThePreviousModeOfTheThreadAndZwSetsIt(String call, String in, String mode, PreviousMode expected) throws Exception {
        Machine machine = run(call + ": { in: " + in + ", mode: " + mode + ", handle: e }");

        assertThat(machine.last().caller().mode()).isEqualTo(expected);
    }

    @Test
    void inAThreadOfSystemNtRunsInKernelModeToo() throws Exception {
        Machine machine = run("NtCreateEvent: { in: System, mode: kernel, attributes: OBJ_KERNEL_HANDLE, as: k }");

        assertThat(machine.last().caller().mode()).isEqualTo(PreviousMode.KERNEL);
    }

    @Test
    void aDriverThatCallsNtForAProgramCannotPassItsOwnPointers() throws Exception {
        run("NtQueryEvent: { in: fred, mode: kernel, handle: e, buffer: kernel, expect: STATUS_ACCESS_VIOLATION }",
                "ZwQueryEvent: { in: fred, handle: e, buffer: kernel }");
    }

    @Test
    void aUserHandleThatADriverTrustsIsFound() throws Exception {
        Machine trusting = run("ObReferenceObjectByHandle: { in: fred, handle: e, driver: gizmo, type: Event, as: p }");
        Machine checking = run(
                "ObReferenceObjectByHandle: { in: fred, handle: e, driver: gizmo, type: Event, accessMode: UserMode, as: p }");

        assertThat(misuses(trusting)).containsExactly("user-handle-as-kernel");
        assertThat(misuses(checking)).isEmpty();
    }

    @Test
    void aForgedKernelHandleReachesTheSystemOnlyWhenItIsTrusted() throws Exception {
        String forged = "ObReferenceObjectByHandle: { in: fred, handle: 0xFFFFFFFF80000004, driver: gizmo, accessMode: ";

        assertThat(misuses(run(forged + "KernelMode, as: p }"))).containsExactly("forged-kernel-handle");
        assertThat(misuses(run(forged + "UserMode, as: p, expect: STATUS_INVALID_HANDLE }"))).isEmpty();
    }

    @Test
    void whatWasOpenedByNtAndIsClosedByZwIsFound() throws Exception {
        String open = "NtOpenFile: { in: fred, mode: kernel, name: \\Device\\Gizmo, as: f }";

        assertThat(misuses(run(open, "ZwClose: { in: fred, handle: f }"))).containsExactly("mixed-modes");
        assertThat(misuses(run(open, "NtClose: { in: fred, mode: kernel, handle: f }"))).isEmpty();
    }

    @Test
    void whatStopsTheMachineIsNamedByItsMistake() throws Exception {
        String reference = "ObReferenceObjectByHandle: { in: fred, handle: e, driver: gizmo, accessMode: UserMode, as: p }";
        String release = "ObDereferenceObject: { in: fred, object: p, driver: gizmo, expect: any }";
        String mutant = "CreateMutex: { in: fred, as: m }";

        assertThat(misuses(run(reference, release, release))).containsExactly("over-dereference");
        assertThat(misuses(run(mutant, "KeSetEvent: { in: fred, object: m, expect: any }"))).containsExactly("unchecked-type");
        assertThat(misuses(run("CloseHandle: { in: fred, handle: e }", "KeSetEvent: { in: fred, object: e, expect: any }")))
                .containsExactly("use-after-free");
    }
}
