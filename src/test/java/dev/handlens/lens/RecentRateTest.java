package dev.handlens.lens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handlens.timeline.Timeline;
import org.junit.jupiter.api.Test;

class RecentRateTest {
    @Test
    void theRateAgreesWithWhatTheHandleListCountsInTheLastSecond() {
        Timeline run = Runs.bundled("event-leak");
        for (long millis = 24_000; millis <= 60_000; millis += 7_000) {
            run.seek(positionAt(run, millis));
            RecentRate rate = only(run).rate();
            HandlesFrame lastSecond = new Lens().frame(run, Runs.view(run).withHighlight(new View.Highlight(1000))).handles();
            assertThat(rate.perSecond()).as("at %d ms", millis).isCloseTo(lastSecond.opened() - lastSecond.closed(), within(1.0));
            assertThat(rate.millis()).isBetween(1_000L, 10_500L);
            assertThat(rate.quiet()).isZero();
        }
    }

    @Test
    void idleTimeBeforeTheGrowthDoesNotMakeItLookSlower() {
        Timeline run = Runs.of("""
                cast:
                  hoard: { process: hoard.exe }
                steps:
                  - after: 60s
                  - repeat: { times: 120, every: 50ms }
                    do:
                      - CreateEvent: { in: hoard, as: e, stack: [hoard!Keep+0x1] }
                """);
        run.seek(run.length());
        assertThat(only(run).rate().perSecond()).isCloseTo(20, within(0.5));
        assertThat(only(run).rate().millis()).isBetween(5_000L, 6_500L);
    }

    @Test
    void growthThatHasStoppedIsToldWithTheTimeSince() {
        Timeline run = Runs.of("""
                cast:
                  hoard: { process: hoard.exe }
                steps:
                  - repeat: { times: 400, every: 50ms }
                    do:
                      - CreateEvent: { in: hoard, as: e, stack: [hoard!Keep+0x1] }
                  - after: 30s
                """);
        run.seek(run.length());
        assertThat(only(run).rate().perSecond()).isCloseTo(20, within(0.5));
        assertThat(only(run).rate().millis()).isBetween(9_500L, 10_500L);
        assertThat(only(run).rate().quiet()).isBetween(29_500L, 30_500L);
    }

    @Test
    void severalPausesAfterTheGrowthDoNotHideIt() {
        Timeline run = Runs.of("""
                cast:
                  hoard: { process: hoard.exe }
                steps:
                  - repeat: { times: 60, every: 50ms }
                    do:
                      - CreateEvent: { in: hoard, as: e, stack: [hoard!Keep+0x1] }
                  - { title: One, after: 8s }
                  - { title: Two, after: 8s }
                  - { title: Three, after: 8s }
                """);
        run.seek(run.length());
        assertThat(only(run).rate().perSecond()).isCloseTo(20, within(0.5));
        assertThat(only(run).rate().quiet()).isBetween(23_500L, 24_500L);
    }

    @Test
    void aSlowLeakIsMeasuredOverALongerTime() {
        Timeline run = Runs.of("""
                cast:
                  hoard: { process: hoard.exe }
                steps:
                  - repeat: { times: 100, every: 3s }
                    do:
                      - CreateEvent: { in: hoard, as: e, stack: [hoard!Keep+0x1] }
                """);
        run.seek(run.length());
        assertThat(only(run).rate().perSecond()).isCloseTo(1 / 3.0, within(0.01));
        assertThat(only(run).rate().millis()).isBetween(57_000L, 63_000L);
    }

    private static FindingsFrame.LeakSuspect only(Timeline run) {
        return FindingsProjector.project(run).leaks().getFirst();
    }

    private static long positionAt(Timeline run, long millis) {
        long position = 0;
        while (position < run.length() && run.program().time(position + 1) <= millis) {
            position++;
        }
        return position;
    }
}
