package dev.handlens.ui.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.lens.PoolFrame;
import dev.handlens.scenario.Program;
import dev.handlens.scenario.Scenario;
import dev.handlens.scenario.ScenarioReader;
import dev.handlens.ui.Intent;
import dev.handlens.ui.Session;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrendScaleTest {
    /// Height of the trend in a window of 1440 × 900, px.
    private static final double HEIGHT = 50;
    private static final double KB = 1024;

    @Test
    void theRangeIsAtLeastATenthOfTheValueShown() {
        TrendScale flat = TrendScale.of(new double[] {1000, 1000}, 1000, false);
        assertThat(flat.high()).isEqualTo(1000);
        assertThat(flat.low()).isEqualTo(900);
        assertThat(TrendScale.of(new double[] {400, 1000}, 1000, false).low()).isEqualTo(400);
    }

    @Test
    void theRangeReachesToThePeakAndFromZeroOnRequest() {
        assertThat(TrendScale.of(new double[] {10, 20}, 80, false)).isEqualTo(new TrendScale(10, 80));
        assertThat(TrendScale.of(new double[] {10, 20}, 80, true)).isEqualTo(new TrendScale(0, 80));
        assertThat(TrendScale.of(new double[] {0}, 0, true).part(0)).isZero();
    }

    @Test
    void oneKilobyteMoreIsNoCliffInAPoolOfMegabytes() {
        double megabytes = 2048 * KB;
        TrendScale scale = TrendScale.of(new double[] {megabytes, megabytes + KB}, megabytes + KB, false);
        assertThat((scale.part(megabytes + KB) - scale.part(megabytes)) * HEIGHT).isLessThan(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"recycled", "makefred-bug"})
    void aStepThatAllocatesOneKilobyteClimbsAFewPixels(String scenario) throws Exception {
        Session session = open(scenario);
        PoolFrame before = session.frame().nonpaged();
        long steps = session.frame().timeline().length();
        for (long step = 1; step <= steps; step++) {
            session.carryOut(new Intent.SeekTo(step));
            PoolFrame after = session.frame().nonpaged();
            double grown = after.bytes() - before.bytes();
            if (grown > 0 && grown <= KB) {
                TrendScale scale = TrendScale.of(after.trend(), after.peak(), false);
                assertThat((scale.part(after.bytes()) - scale.part(before.bytes())) * HEIGHT).as("step %s, %s bytes", step, grown)
                        .isLessThan(HEIGHT * grown / after.bytes() * 10 + 0.5).isLessThan(20);
            }
            before = after;
        }
    }

    @Test
    void aLeakOfFortyEventsASecondClimbsBeforeOnesEyes() throws Exception {
        Program program = read("event-leak");
        Session session = new Session(program, () -> 0, Scenario.Opening.STANDARD);
        session.carryOut(new Intent.SeekTo(program.positionAt(60_000)));
        PoolFrame frame = session.frame().nonpaged();
        TrendScale scale = TrendScale.of(frame.trend(), frame.peak(), false);
        double third = frame.trend()[frame.trend().length / 3];
        assertThat((scale.part(frame.bytes()) - scale.part(third)) * HEIGHT).isGreaterThan(HEIGHT / 2);
    }

    private static Session open(String scenario) throws Exception {
        return new Session(read(scenario), () -> 0, Scenario.Opening.STANDARD);
    }

    private static Program read(String scenario) throws Exception {
        return Program.of(ScenarioReader.read(Path.of("scenarios", scenario + ".yaml")));
    }
}
