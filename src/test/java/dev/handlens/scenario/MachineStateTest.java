package dev.handlens.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What the state of a run is made of: all that a person sees of it, beside the kernel.
class MachineStateTest {
    private static final String HEAD = """
            handlens: 1
            title: Two runs
            cast:
              app: { process: app.exe }
            steps:
            """;

    private static long hash(String step) throws ScenarioException {
        Program program = Program.of(ScenarioReader.read("x.yaml", HEAD + step));
        Machine machine = Machine.start(program);
        while (machine.position() < program.length()) {
            machine.step();
        }
        assertThat(machine.fork().stateHash()).isEqualTo(machine.stateHash());
        return machine.stateHash();
    }

    @Test
    void twoRunsThatLeaveTheSameKernelDifferByWhatWasMisused() throws Exception {
        assertThat(hash("  - CloseHandle: { in: app, handle: 0x4444, expect: any }"))
                .isNotEqualTo(hash("  - CloseHandle: { in: app, handle: 0x4448, expect: any }"))
                .isEqualTo(hash("  - CloseHandle: { in: app, handle: 0x4444, expect: any }"));
    }

    @Test
    void twoRunsThatLeaveTheSameKernelDifferByWhatWasNotAsExpected() throws Exception {
        assertThat(hash("  - CloseHandle: { in: app, handle: 0x4444, expect: STATUS_SUCCESS }"))
                .isNotEqualTo(hash("  - CloseHandle: { in: app, handle: 0x4444, expect: STATUS_INVALID_HANDLE }"));
    }

    @Test
    void twoRunsThatLeaveTheSameKernelDifferByWhatTheLastCallGaveBack() throws Exception {
        assertThat(hash("  - WaitForSingleObject: { in: app, handle: self, timeout: 0 }"))
                .isNotEqualTo(hash("  - NtQueryObject: { in: app, handle: self, expect: any }"));
    }
}
