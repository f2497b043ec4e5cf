package dev.handlens.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.lens.HandleKey;
import dev.handlens.lens.HandlesFrame;
import dev.handlens.lens.Selection;
import dev.handlens.scenario.Program;
import dev.handlens.scenario.Scenario;
import dev.handlens.scenario.ScenarioException;
import dev.handlens.scenario.ScenarioReader;
import org.junit.jupiter.api.Test;

/// How much of a run a session plays for one refresh of the screen, and how it goes to far places.
class SessionTest {
    private static final long A_REFRESH = 16_700_000;
    private static final long A_LOOK = 100_000;

    private long clock;
    private final Session session = session(300_000);

    private Session session(int handles) {
        try {
            return new Session(Program.of(ScenarioReader.read("test.yaml", """
                    handlens: 1
                    title: Many handles
                    cast:
                      fred: { process: fred.exe, pid: 100, loader: false }
                    view: { select: fred, unnamed: true, highlight: step }
                    steps:
                      - CreateEvent: { in: fred, as: h }
                      - repeat: { times: %d, every: 0ms }
                        do:
                          - DuplicateHandle: { in: fred, handle: h, options: DUPLICATE_SAME_ACCESS }
                    """.formatted(handles - 1))), () -> clock += A_LOOK, Scenario.Opening.STANDARD);
        } catch (ScenarioException broken) {
            throw new AssertionError(broken);
        }
    }

    private void playAtMost() {
        session.carryOut(new Intent.SetSpeed(Double.POSITIVE_INFINITY));
        session.carryOut(new Intent.TogglePlay());
    }

    private long stepsOfARefresh() {
        long before = session.timeline().position();
        session.advance(A_REFRESH);
        session.live();
        return session.timeline().position() - before;
    }

    @Test
    void theLongerDrawingTakesTheLessIsPlayed() {
        session.carryOut(new Intent.SetSpeed(100));
        session.carryOut(new Intent.TogglePlay());
        while (session.timeline().position() < 2) {
            session.advance(A_REFRESH);
        }
        session.drew(4_000_000);
        long much = stepsOfARefresh();
        session.drew(10_000_000);
        long less = stepsOfARefresh();
        assertThat(less).isPositive().isLessThan(much * 2 / 3);
        session.drew(60_000_000);
        assertThat(stepsOfARefresh()).isPositive().isLessThan(less);
    }

    @Test
    void aRefreshThatNothingIsDrawnForIsTheRunsOwn() {
        playAtMost();
        long shown = stepsOfARefresh();
        long before = session.timeline().position();
        assertThat(session.isHurried()).isTrue();
        assertThat(session.rush()).isTrue();
        assertThat(session.timeline().position() - before).isGreaterThan(3 * shown);
    }

    @Test
    void changesOfAHurriedRunAreToldAgainstTheFrameBefore() {
        playAtMost();
        stepsOfARefresh();
        long before = session.timeline().position();
        long steps = stepsOfARefresh();
        HandlesFrame handles = session.live().handles();
        assertThat(steps).isGreaterThan(1024);
        assertThat(handles.total()).isEqualTo((int) session.timeline().position());
        session.advance(A_REFRESH);
        HandlesFrame next = session.live().handles();
        assertThat(next.opened()).isEqualTo(session.timeline().position() - before - steps);
        assertThat(next.since()).startsWith("since step ");
    }

    @Test
    void whenAHurriedRunStopsItsStepIsToldAgain() {
        playAtMost();
        stepsOfARefresh();
        stepsOfARefresh();
        session.carryOut(new Intent.TogglePlay());
        HandlesFrame handles = session.live().handles();
        assertThat(handles.opened()).isEqualTo(1);
        assertThat(handles.since()).isEqualTo("in this step");
    }

    @Test
    void aNearStepIsGoneToAtOnceAndAFarOneOverSeveralRefreshes() {
        session.carryOut(new Intent.SeekTo(10_000));
        assertThat(session.timeline().position()).isEqualTo(10_000);
        assertThat(session.isWorking()).isFalse();
        session.carryOut(new Intent.SeekTo(250_000));
        assertThat(session.isWorking()).isTrue();
        assertThat(session.timeline().position()).isLessThan(250_000);
        int refreshes = 0;
        while (session.isWorking()) {
            session.advance(A_REFRESH);
            session.live();
            refreshes++;
        }
        assertThat(session.timeline().position()).isEqualTo(250_000);
        assertThat(refreshes).isGreaterThan(3);
        assertThat(session.isPlaying()).isFalse();
    }

    @Test
    void aFarWayThatIsStoppedEndsWhereItIs() {
        session.carryOut(new Intent.SeekEnd(true));
        session.advance(A_REFRESH);
        session.live();
        long position = session.timeline().position();
        session.carryOut(new Intent.StopWork());
        session.advance(A_REFRESH);
        assertThat(session.timeline().position()).isEqualTo(position).isBetween(1L, 299_999L);
    }

    @Test
    void aCompleteFrameFinishesTheWay() {
        session.carryOut(new Intent.SeekEnd(true));
        assertThat(session.frame().handles().total()).isEqualTo(300_000);
    }

    private void select(long handle, long openedAt) {
        session.carryOut(new Intent.Select(new Selection.OfHandle(new HandleKey(100, handle, openedAt))));
    }

    @Test
    void aChangeThatIsNearIsGoneToAtOnce() {
        session.carryOut(new Intent.SeekTo(2));
        session.carryOut(new Intent.SeekChange(true));
        assertThat(session.timeline().position()).isEqualTo(3);
        assertThat(session.isWorking()).isFalse();
    }

    /// The last handle is opened by the last step: up to there nothing changes it.
    @Test
    void aChangeThatIsFarIsLookedForOverSeveralRefreshesInWhichTheRunStaysWhereItIs() {
        session.carryOut(new Intent.SeekTo(5));
        select(0x1261E0, 300_000);
        session.carryOut(new Intent.SeekChange(true));
        int refreshes = 0;
        while (session.timeline().position() == 5) {
            assertThat(session.isWorking()).isTrue();
            session.advance(A_REFRESH);
            session.live();
            refreshes++;
        }
        assertThat(refreshes).isGreaterThan(3);
        session.finish();
        assertThat(session.timeline().position()).isEqualTo(300_000);
        assertThat(session.timeline().machine().kernel().process(100).table().entry(0x1261E0)).isNotNull();
    }

    @Test
    void aSearchTellsHowFarItIsAndLeavesTheRunWhereItWasWhenItIsStopped() {
        session.carryOut(new Intent.SeekTo(5));
        select(0x1261E0, 300_000);
        session.carryOut(new Intent.SeekChange(true));
        for (int refresh = 0; refresh < 4; refresh++) {
            session.advance(A_REFRESH);
            clock += 10 * A_REFRESH;
            session.live();
        }
        assertThat(session.work().progress().what()).isEqualTo("Looking for the next change of 0x1261E0");
        assertThat(session.work().progress().part()).isBetween(0.05, 0.99);
        assertThat(session.work().perSecond()).isPositive();
        session.carryOut(new Intent.StopWork());
        session.advance(A_REFRESH);
        session.live();
        assertThat(session.takeNotice()).isEqualTo("Stopped looking; the run is where it was.");
        assertThat(session.timeline().position()).isEqualTo(5);
        assertThat(session.isWorking()).isFalse();
    }

    @Test
    void aSearchThatFindsNothingSaysSo() {
        session.carryOut(new Intent.SeekTo(5));
        select(0x8, 999_999);
        session.carryOut(new Intent.SeekChange(false));
        assertThat(session.takeNotice()).isEqualTo("No earlier step changes 0x8.");
        session.carryOut(new Intent.SeekChange(true));
        session.finish();
        assertThat(session.takeNotice()).isEqualTo("No later step changes 0x8.");
        assertThat(session.timeline().position()).isEqualTo(5);
    }

    @Test
    void whatPassesWhileLookingAheadNeedNotBeRunAgain() {
        session.carryOut(new Intent.SeekTo(5));
        select(0x8, 999_999);
        session.carryOut(new Intent.SeekChange(true));
        session.finish();
        assertThat(session.timeline().stepsTo(299_999)).isLessThan(1_024);
        assertThat(session.timeline().history().samples()).hasSizeGreaterThan(200);
    }

    @Test
    void workIsToldWithItsRateAndTheTimeLeft() {
        session.carryOut(new Intent.SeekEnd(true));
        for (int refresh = 0; refresh < 4; refresh++) {
            session.advance(A_REFRESH);
            clock += 10 * A_REFRESH;
            session.live();
        }
        Work work = session.work();
        assertThat(work.progress().what()).isEqualTo("Going to step 300,000");
        assertThat(work.perSecond()).isPositive();
        double left = work.progress().of() - work.progress().done();
        assertThat(work.secondsLeft()).isEqualTo(left / work.perSecond());
    }
}
