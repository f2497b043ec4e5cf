package dev.handlens.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;

class BootTest {
    private static final long STEP = 512;
    private static final long ENOUGH = 1 << 20;

    @Test
    void everyPoolSizeBootsOrIsSaidToBeTooSmall() {
        for (Architecture architecture : Architecture.values()) {
            for (long bytes = 0; bytes <= ENOUGH; bytes += STEP) {
                assertBootsOrIsTooSmall(new MachineConfig(architecture, bytes, ENOUGH, ReusePolicy.LIFO));
                assertBootsOrIsTooSmall(new MachineConfig(architecture, ENOUGH, bytes, ReusePolicy.LIFO));
            }
            MachineConfig enough = new MachineConfig(architecture, ENOUGH, ENOUGH, ReusePolicy.LIFO);
            assertThatCode(() -> Kernel.boot(enough)).doesNotThrowAnyException();
        }
    }

    private static void assertBootsOrIsTooSmall(MachineConfig machine) {
        Throwable thrown = catchThrowable(() -> Kernel.boot(machine));
        if (thrown != null) {
            assertThat(thrown).as(machine.toString()).isInstanceOf(PoolTooSmallException.class).hasMessageContaining("give each at least 1 MB");
        }
    }
}
