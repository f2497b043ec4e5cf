package dev.handlens.lens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.ex.HandleTable;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.lens.TimelineFrame.Bar;
import dev.handlens.scenario.Interventions;
import dev.handlens.scenario.Machine;
import dev.handlens.scenario.Program;
import dev.handlens.scenario.RunBars;
import dev.handlens.timeline.Timeline;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineProjectorTest {
    private static TimelineFrame strip(Timeline run) {
        return new Lens().frame(run, Runs.view(run)).timeline();
    }

    private static TimelineFrame strip(Timeline run, long position) {
        return strip(Runs.at(run, position));
    }

    // ---- axis -----------------------------------------------------------------------------------------------------

    @Test
    void aShortRunHasABarForEachStepAndNoneForWhatWasOpenBefore() {
        TimelineFrame strip = strip(Runs.bundled("makefred-bug"), 9);
        assertThat(strip.byStep()).isTrue();
        assertThat(strip.bars()).hasSize((int) strip.length());
        assertThat(strip.bars().get(2)).isEqualTo(new Bar(2, 3, 1, 0, 0));
        assertThat(strip.bars().get(4)).isEqualTo(new Bar(4, 5, 1, 0, 1));
        assertThat(strip.bars().get(8)).isEqualTo(new Bar(8, 9, 0, 1, 0));
        assertThat(strip.barWords()).isEqualTo("a step a bar");
        assertThat(strip.axis().name()).isEqualTo("step");
        assertThat(strip.ticks()).last().isEqualTo(new TimelineFrame.Tick(13, "13"));
    }

    @Test
    void aRunThatTakesNoTimeSaysThatItsBarsAreSteps() {
        Timeline run = Runs.of("""
                cast:
                  fred: { process: fred.exe }
                steps:
                  - repeat: { times: 15840, every: 0ms }
                    do:
                      - CreateEvent: { in: fred, as: all* }
                """);
        TimelineFrame strip = strip(run, 10_000);
        assertThat(strip.barWords()).isEqualTo("150 steps a bar");
        assertThat(strip.axis().name()).isEqualTo("step");
        assertThat(strip.bars()).hasSize(106).first().isEqualTo(new Bar(0, 150, 150, 0, 150));
        assertThat(strip.bars()).last().isEqualTo(new Bar(15_750, 15_840, 90, 0, 0));
        assertThat(strip.ticks()).extracting(TimelineFrame.Tick::label).containsExactly("0", "2,000", "4,000", "6,000", "8,000", "10,000",
                "12,000", "14,000");
        assertThat(strip.axis().span(150, 300)).isEqualTo("steps 151–300");
    }

    @Test
    void anAxisOfTimeIsLinearAndItsBarsAreEqualSpans() {
        TimelineFrame strip = strip(Runs.bundled("event-leak"), 5_000);
        assertThat(strip.axis().name()).isEqualTo("time");
        assertThat(strip.barWords()).isEqualTo("0.8 s a bar");
        assertThat(strip.ticks()).containsExactly(new TimelineFrame.Tick(0, "0 s"), new TimelineFrame.Tick(20_000, "20 s"),
                new TimelineFrame.Tick(40_000, "40 s"), new TimelineFrame.Tick(60_000, "60 s"), new TimelineFrame.Tick(80_000, "80 s"));
        List<Bar> whole = strip.bars().subList(0, strip.bars().size() - 1);
        assertThat(whole).allSatisfy(bar -> assertThat(bar.end() - bar.start()).isEqualTo(800));
        assertThat(strip.axis().place(5_000)).isEqualTo(strip.time());
        assertThat(strip.axis().span(20_000, 20_800)).isEqualTo("20.0–20.8 s");
    }

    @Test
    void stepsAtOneInstantShareAPlaceAndTheFrameTellsWhichOfThemIsShown() {
        Timeline run = Runs.bundled("testlimit-x64");
        Program program = run.program();
        TimelineFrame strip = strip(run, 300_000);
        long last = program.positionAt(program.time(300_000));
        assertThat(strip.axis().place(300_000)).isEqualTo(strip.axis().place(last));
        assertThat(strip.axis().position(strip.axis().place(300_000))).as("a click goes behind the last of them").isEqualTo(last);
        assertThat(strip.instant()).matches("[\\d,]+ of [\\d,]+ steps at [\\d.]+ s");
        assertThat(strip(run, last).instant()).isEmpty();
    }

    @Test
    void pagingGoesOnWhereNothingHappensForATenthOfTheTime() {
        Timeline run = Runs.bundled("event-leak");
        TimelineFrame atStart = strip(run, 0);
        long next = atStart.page(1_000, 1);
        assertThat(next).isEqualTo(1);
        assertThat(strip(run, next).page(1_000, -1)).isZero();
        assertThat(run.program().time(strip(run, 5_000).page(10, 1)) - run.program().time(5_000)).isBetween(8_000L, 8_801L);
    }

    // ---- opened and closed ----------------------------------------------------------------------------------------

    @Test
    void theOpensRiseWhereTheLeakBegins() {
        Timeline run = Runs.bundled("event-leak");
        TimelineFrame strip = strip(run, run.length());
        Program program = run.program();
        double before = meanWhile(strip, program, "Before the update: in pairs", "The update goes live", Bar::opened);
        double after = meanWhile(strip, program, "The list looks healthy", "Show the hidden ones", Bar::opened);
        assertThat(before).isGreaterThan(20);
        assertThat(after).isGreaterThan(before * 1.5);
        assertThat(meanWhile(strip, program, "The list looks healthy", "Show the hidden ones", Bar::closed)).isBetween(before - 2, before + 2);
    }

    @Test
    void aLeakStandsAsASolidRowAndHealthyChurnLeavesNothing() {
        Timeline leak = Runs.bundled("event-leak");
        TimelineFrame leaking = strip(leak, leak.length());
        assertThat(meanWhile(leaking, leak.program(), "Before the update: in pairs", "The update goes live", Bar::open)).isZero();
        long start = leaking.axis().place(titled(leak.program(), "The list looks healthy"));
        assertThat(leaking.bars().stream().filter(bar -> bar.start() > start && bar.opened() > 30)).hasSizeGreaterThan(60)
                .allSatisfy(bar -> assertThat(bar.open()).isEqualTo(bar.opened() - bar.closed()));
        Timeline healthy = Runs.bundled("healthy");
        TimelineFrame churning = strip(healthy, healthy.length());
        assertThat(churning.bars().stream().filter(bar -> bar.opened() >= 15 && bar.closed() == bar.opened())).hasSizeGreaterThan(60)
                .allSatisfy(bar -> assertThat(bar.open()).isZero());
    }

    private static double meanWhile(TimelineFrame strip, Program program, String from, String to, ToLongFunction<Bar> count) {
        long start = program.time(titled(program, from));
        long end = program.time(titled(program, to));
        return strip.bars().stream().filter(bar -> bar.start() >= start + 800 && bar.end() <= end - 3_000).mapToLong(count).average()
                .orElseThrow();
    }

    private static long titled(Program program, String title) {
        for (long position = 1; position <= program.length(); position++) {
            if (program.step(position).title().equals(title)) {
                return position;
            }
        }
        throw new AssertionError("no step has the title " + title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"event-leak", "svchost", "healthy", "zombies", "makefred-bug", "inherit", "exit-hides"})
    void opensAndClosesOfEachBarAreThoseOfItsSteps(String name) {
        Timeline run = Runs.bundled(name);
        TimelineFrame strip = strip(run, run.length() / 2);
        assertThat(strip.bars()).hasSize(run.program().bars().count());
        Machine machine = Machine.start(run.program());
        for (Bar bar : strip.bars()) {
            long opened = machine.opened();
            long closed = machine.closed();
            while (machine.position() < run.length() && strip.axis().place(machine.position() + 1) <= bar.end()) {
                machine.step();
            }
            assertThat(bar.opened()).as("opened until %d", bar.end()).isEqualTo(machine.opened() - opened);
            assertThat(bar.closed()).as("closed until %d", bar.end()).isEqualTo(machine.closed() - closed);
        }
        assertThat(machine.position()).isEqualTo(run.length());
    }

    @Test
    void ofALongRunOnlyWhatWasPlayedIsShownWhetherOnePlaysOnOrGoesBack() {
        Timeline run = Runs.bundled("testlimit-x64");
        TimelineFrame strip = strip(run, 700_123);
        assertThat(strip.bars()).hasSize(run.program().bars().bar(700_123) + 1);
        assertThat(sum(strip, Bar::opened)).isEqualTo(run.machine().opened());
        assertThat(strip.bar(strip.axis().end())).isNull();
        TimelineFrame back = strip(run, 500);
        assertThat(back.bars()).extracting(Bar::opened).isEqualTo(strip.bars().stream().map(Bar::opened).toList());
        assertThat(sum(strip(run, 700_200), Bar::opened)).isEqualTo(run.machine().opened());
    }

    private static long sum(TimelineFrame strip, ToLongFunction<Bar> count) {
        return strip.bars().stream().mapToLong(count).sum();
    }

    // ---- still open -----------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {
        "event-leak", "svchost", "healthy", "zombies", "makefred-bug", "inherit", "exit-hides", "tour", "double-owner",
        "kernel-handles-bug", "recycled", "slow-leak"
    })
    void whatIsStillOpenEqualsACountOfAllTablesForwardsBackwardsAndAfterAnUndo(String name) {
        Timeline run = Runs.bundled(name);
        SplittableRandom random = new SplittableRandom(11);
        long[] positions = random.longs(25, 0, run.length() + 1).sorted().toArray();
        for (long position : positions) {
            check(run, position);
        }
        for (int i = positions.length - 1; i >= 0; i--) {
            check(run, positions[i]);
        }
        check(run, 0);
        check(run, run.length());
        run.seek(run.length() / 2);
        run.perform(Interventions.kill(run.machine().castName(Runs.view(run).pid()).orElseThrow()));
        for (long position : new long[] {run.length() / 3, run.position(), run.length() / 2 + 2, run.length()}) {
            check(run, position);
        }
        run.undo();
        check(run, run.position());
        check(run, run.length());
    }

    @Test
    void theCountsStayExactWhenAddedStepsMakeBarsOfTwoSteps() {
        Timeline run = Runs.bundled("tour");
        String who = run.program().scenario().opening().select();
        while (run.program().bars().width() == 1) {
            run.seek(run.position() + (run.position() < 20 ? 2 : 0));
            run.perform(Interventions.close(who, 4));
        }
        for (long position = 0; position <= run.length(); position += 7) {
            check(run, position);
        }
        assertThat(strip(run).barWords()).isEqualTo("2 steps a bar");
        assertThat(sum(strip(run), Bar::closed)).isEqualTo(Runs.at(run, run.length()).machine().closed());
    }

    private static void check(Timeline run, long position) {
        TimelineFrame strip = strip(run, position);
        long[] expected = new long[run.program().bars().count()];
        for (ProcessObject process : run.machine().kernel().processes()) {
            HandleTable table = process.table();
            if (table != null) {
                table.forEach((handle, _, _) -> {
                    long stamp = table.entry(handle).stamp();
                    if (stamp > 0) {
                        expected[barOf(run.program(), stamp)]++;
                    }
                });
            }
        }
        long[] shown = Arrays.copyOf(strip.bars().stream().mapToLong(Bar::open).toArray(), expected.length);
        assertThat(shown).as("position %d of %s", position, run.program().scenario().name()).isEqualTo(expected);
    }

    private static int barOf(Program program, long position) {
        RunBars bars = program.bars();
        long place = bars.axis() == RunBars.Axis.TIME ? program.time(position) : position;
        return (int) (Math.max(0, place - 1) / bars.width());
    }
}
