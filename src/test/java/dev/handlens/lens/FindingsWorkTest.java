package dev.handlens.lens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.Allocated;
import dev.handlens.scenario.FlatFile;
import dev.handlens.scenario.Program;
import dev.handlens.timeline.Timeline;
import org.junit.jupiter.api.Test;

/// What a look at the findings costs in a file that was written step by step.
class FindingsWorkTest {
    private static Timeline atEnd(Program program) {
        Timeline run = new Timeline(program);
        run.seek(run.length());
        return run;
    }

    private static long looked(Timeline run) {
        FindingsProjector projector = new FindingsProjector(new PlaceNames());
        FindingsFrame findings = projector.project(run.machine().fork(), run.history());
        assertThat(findings.leaks().getFirst().values()).isNotEmpty();
        return projector.looked();
    }

    /// Bytes that a look allocates once all code has run that a look runs.
    private static long allocated(Timeline run) {
        FindingsProjector projector = new FindingsProjector(new PlaceNames());
        for (int i = 0; i < 5; i++) {
            projector.project(run.machine(), run.history()).leaks().getFirst();
        }
        return Allocated.by(() -> projector.project(run.machine(), run.history()).leaks().getFirst());
    }

    @Test
    void oneSiteIsOneSiteHoweverManyStepsOfTheFileItHas() {
        assertThat(looked(atEnd(FlatFile.program(8_000, false, false)))).isEqualTo(looked(atEnd(FlatFile.program(4_000, false, false))))
                .isLessThan(1_000);
        assertThat(FindingsProjector.project(atEnd(FlatFile.program(8_000, false, false))).leaks()).singleElement()
                .satisfies(leak -> assertThat(leak.lost()).isEqualTo(leak.open()).isEqualTo(8_000));
    }

    @Test
    void variablesThatHoldHandlesAreNotCountedOneByOne() {
        long at2000 = allocated(atEnd(FlatFile.program(2_000, false, true)));
        long at8000 = allocated(atEnd(FlatFile.program(8_000, false, true)));
        assertThat(at8000).isLessThan(2 * at2000).isLessThan(200_000);
    }

    @Test
    void aSiteOfItsOwnForEveryStepIsLookedAtOnce() {
        Timeline run = atEnd(FlatFile.program(8_000, true, false));
        assertThat(FindingsProjector.project(run).leaks()).hasSize(8_000);
        assertThat(looked(run)).isBetween(8_000L, 2 * 8_000L + 512);
        assertThat(allocated(run)).as("bytes a site").isLessThan(8_000 * 800L);
    }

    @Test
    void whatIsSaidOfEachFindingIsMadeWhenItIsAskedFor() {
        FindingsFrame findings = FindingsProjector.project(atEnd(FlatFile.program(3_000, true, false)));
        assertThat(findings.suspected()).hasSize(3_000).allMatch(suspect -> suspect.id().pid() == 100 && suspect.open() == 1);
        assertThat(findings.leaks().get(2_999)).isSameAs(findings.leaks().get(2_999));
        assertThat(findings).isEqualTo(new FindingsFrame(findings.leaks(), findings.misuses(), findings.cleared()));
    }

    @Test
    void findingsStayAsTheyWereWhenTheRunGoesOn() {
        Timeline run = new Timeline(FlatFile.program(100, false, false));
        run.seek(40);
        FindingsFrame then = FindingsProjector.project(run);
        run.seek(100);
        assertThat(then.leaks()).singleElement().satisfies(leak -> {
            assertThat(leak.open()).isEqualTo(40);
            assertThat(leak.opened()).isEqualTo(40);
            assertThat(leak.trend()).endsWith(40.0);
        });
    }
}
