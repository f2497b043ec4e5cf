package dev.handlens.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.ps.ProcessObject;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The counts that a machine keeps of its call sites, beside what is found by walking all tables and variables.
class HoldingsTest {
    private static final String EVERYTHING = """
            handlens: 1
            title: Everything that binds, takes, forgets and closes
            cast:
              boss: { process: boss.exe }
              work: { process: work.exe }
              child: { process: child.exe, parent: boss, later: true }
            steps:
              - CreateEvent: { in: boss, as: first, inherit: true }
              - repeat: { times: 3 }
                do:
                  - CreateEvent: { in: boss, as: queue*, stack: [boss!Keep] }
                  - CreateMutex: { in: boss, as: queue*, stack: [boss!Keep] }
              - CreateProcess: { in: boss, new: child, inheritHandles: true, as: queue* }
              - CreateSemaphore: { in: boss, as: queue*, stack: [boss!Keep] }
              - SetEvent: { in: boss, handle: queue }
              - CloseHandle: { in: boss, handle: queue* }
              - CloseHandle: { in: boss, handle: queue }
              - CreateEvent: { in: boss, as: again }
              - CreateEvent: { in: boss, as: again }
              - CloseHandle: { in: boss, handle: again }
              - CloseHandle: { in: child, handle: first }
              - CloseHandle: { in: boss, handle: first }
              - CloseHandle: { in: boss, handle: queue* }
              - CreateEvent: { in: work, as: lost }
                forget: [lost, queue]
              - CreateEvent: { in: work, as: kept }
              - ExitProcess: { in: work, expect: any }
            """;

    /// By number of the site: open handles, and those of them that a variable holds, told by a walk.
    private static int[][] walked(Machine machine) {
        int[][] counts = new int[2][machine.siteCounts().size()];
        for (ProcessObject process : machine.kernel().processes()) {
            if (process.table() != null) {
                process.table().forEach((handle, first, second) -> {
                    ObjectType type = machine.kernel().object(HandleEntry.object(first)).type();
                    int site = machine.site(process.pid(), type, HandleEntry.stamp(second));
                    if (site >= 0) {
                        counts[0][site]++;
                        counts[1][site] += machine.holder(process.pid(), handle).isEmpty() ? 0 : 1;
                    }
                });
            }
        }
        return counts;
    }

    private static int[][] kept(Machine machine) {
        int[][] counts = new int[2][machine.siteCounts().size()];
        for (SiteCounts.Site site : machine.sites()) {
            counts[0][site.number()] = site.open();
            counts[1][site.number()] = site.held();
        }
        return counts;
    }

    private static void check(Machine machine, String name) {
        assertThat(kept(machine)).as(name + " at " + machine.position()).isDeepEqualTo(walked(machine));
    }

    @Test
    void theCountsKeptAreThoseOfAWalkAfterEveryStepOfARunThatDoesEverything() throws Exception {
        Program program = Program.of(ScenarioReader.read("everything.yaml", EVERYTHING));
        Machine machine = Machine.start(program);
        int most = 0;
        while (machine.position() < program.length()) {
            machine.step();
            check(machine, "everything");
            most = Math.max(most, machine.sites().stream().mapToInt(SiteCounts.Site::held).sum());
        }
        assertThat(machine.failures()).isEmpty();
        assertThat(most).isEqualTo(9);
    }

    @Test
    void theCountsKeptAreThoseOfAWalkInEveryBundledScenario() throws Exception {
        for (Path file : ScenarioFiles.bundled()) {
            Program program = Program.of(ScenarioReader.read(file));
            long end = Math.min(program.length(), 5_000);
            Machine machine = Machine.start(program);
            while (machine.position() < end) {
                machine.step();
                if (end < 200 || machine.position() % (end / 50) == 0) {
                    check(machine, file.toString());
                }
            }
        }
    }

    @Test
    void forksCountOnApart() throws Exception {
        Program program = Program.of(ScenarioReader.read("everything.yaml", EVERYTHING));
        SplittableRandom random = new SplittableRandom(7);
        Machine[] machines = {Machine.start(program), Machine.start(program), Machine.start(program)};
        for (int turn = 0; turn < 300; turn++) {
            int which = random.nextInt(machines.length);
            if (random.nextInt(4) == 0 || machines[which].position() == program.length()) {
                machines[which] = machines[random.nextInt(machines.length)].fork();
            } else {
                machines[which].step();
            }
            Arrays.stream(machines).forEach(machine -> check(machine, "a fork"));
            if (Arrays.stream(machines).allMatch(machine -> machine.position() == program.length())) {
                machines[0] = Machine.start(program);
            }
        }
    }

    @Test
    void whatAForkSharesIsNotReadWhenTwoMomentsAreCompared() {
        Machine machine = Machine.start(FlatFile.program(2_000, true, true));
        IntStream.range(0, 1_500).forEach(_ -> machine.step());
        SiteCounts before = machine.siteCounts();
        machine.step();
        int[] shown = {0};
        machine.siteCounts().forEachChanged(before, _ -> shown[0]++);
        assertThat(shown[0]).isEqualTo(1);
    }

    @Test
    void aSiteIsNamedAfterTheFirstOfItsStepsInTheFile() {
        Machine machine = Machine.start(FlatFile.program(5, false, false));
        IntStream.range(0, 5).forEach(_ -> machine.step());
        assertThat(machine.sites()).singleElement().satisfies(site -> {
            assertThat(site.step()).isZero();
            assertThat(List.of(site.opened(), site.open(), site.held())).containsExactly(5, 5, 0);
        });
    }
}
