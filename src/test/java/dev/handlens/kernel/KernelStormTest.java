package dev.handlens.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random calls, checked against what holds for every state. A failure tells the seed and a test that shows it in few calls.
class KernelStormTest {
    private static final int CALLS = 12_500;
    private static final int CHECK_EVERY = 100;
    private static final long MEBIBYTE = 1L << 20;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24})
    void whatHoldsForEveryStateHoldsAfterAnyCalls(long seed) {
        MachineConfig machine = machine(seed);

        KernelStorm storm = KernelStorm.run(seed, machine, CALLS, CHECK_EVERY);

        // Whether forks were taken on the way must not be told from the state.
        KernelStorm withoutForks = new KernelStorm(machine, Integer.MAX_VALUE, false);
        storm.made().forEach(withoutForks::make);
        assertThat(withoutForks.kernel().stateHash()).isEqualTo(storm.kernel().stateHash());
    }

    /// The table of call and status stays behind as a file, for whoever wants to know what the storms prove.
    @AfterAll
    static void theCallsThatWereReachedAreWrittenDown() throws IOException {
        KernelStorm.REACH.write(Path.of("target", "storm-calls.txt"));
        assertThat(KernelStorm.REACH.services()).contains("NtSetSecurityObject", "NtOpenProcessToken", "NtAssignProcessToJobObject",
                "NtQueryDirectoryObject", "ObOpenObjectByPointer", "ExFreePoolWithTag", "IoDeleteDevice", "PsTerminateSystemThread");
        assertThat(KernelStorm.REACH.outcomes("NtCreateEvent")).containsKeys(
                "STATUS_SUCCESS", "STATUS_QUOTA_EXCEEDED", "STATUS_PRIVILEGE_NOT_HELD", "STATUS_ACCESS_VIOLATION", "STATUS_ACCESS_DENIED");
    }

    @Test
    void theSameSeedLeadsToTheSameState() {
        long once = KernelStorm.run(99, machine(99), 3_000, 500).kernel().stateHash();

        assertThat(KernelStorm.run(99, machine(99), 3_000, 250).kernel().stateHash()).isEqualTo(once);
        assertThat(KernelStorm.run(98, machine(98), 3_000, 500).kernel().stateHash()).isNotEqualTo(once);
    }

    /// Both processors, both orders of reuse, and every third machine with pools that are soon full.
    private static MachineConfig machine(long seed) {
        Architecture architecture = seed % 2 == 0 ? Architecture.X64 : Architecture.X86;
        ReusePolicy reuse = seed % 5 == 0 ? ReusePolicy.FIFO : ReusePolicy.LIFO;
        boolean small = seed % 3 == 0;
        return new MachineConfig(architecture, small ? MEBIBYTE / 12 : 64 * MEBIBYTE, small ? MEBIBYTE / 16 : 64 * MEBIBYTE, reuse);
    }
}
