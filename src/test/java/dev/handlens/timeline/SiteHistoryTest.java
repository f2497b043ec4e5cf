package dev.handlens.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.scenario.Interventions;
import dev.handlens.scenario.Machine;
import dev.handlens.scenario.Program;
import dev.handlens.scenario.ScenarioException;
import dev.handlens.scenario.ScenarioReader;
import dev.handlens.scenario.SiteCounts;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// The history of call sites beside what a run says that is looked at again at each sample.
class SiteHistoryTest {
    /// Two sites that rise and fall, one of them only now and then.
    private static Program program(int rounds) throws ScenarioException {
        return Program.of(ScenarioReader.read("test.yaml", """
                handlens: 1
                title: Up and down
                cast:
                  app: { process: app.exe, pid: 100, loader: false }
                steps:
                  - CreateEvent: { in: app, as: one }
                  - repeat: { times: %d }
                    do:
                      - repeat: { times: 7 }
                        do:
                          - CreateEvent: { in: app, as: all*, stack: [app!Fill] }
                      - CreateMutex: { in: app, as: few*, stack: [app!Other] }
                      - repeat: { times: 5 }
                        do:
                          - CloseHandle: { in: app, handle: all* }
                  - repeat: { times: %d }
                    do:
                      - CloseHandle: { in: app, handle: all* }
                """.formatted(rounds, rounds)));
    }

    private static void check(Timeline run) {
        History history = run.history();
        int samples = history.samples().size();
        run.seek(run.length());
        for (SiteCounts.Site site : run.machine().sites()) {
            long[] open = LongStream.range(0, samples).map(sample -> open(run, sample * history.stride(), site.number())).toArray();
            SiteHistory.Series series = history.sites().of(site.number());
            int rise = 0;
            int first = Integer.MAX_VALUE;
            for (int sample = 0; sample < samples; sample++) {
                rise = sample > 0 && open[sample] > open[sample - 1] ? sample : rise;
                first = first == Integer.MAX_VALUE && open[sample] > 0 ? sample : first;
                assertThat(series.open(sample)).as("site %d, sample %d", site.number(), sample).isEqualTo((int) open[sample]);
                assertThat(series.lastRise(sample)).as("site %d, sample %d", site.number(), sample).isEqualTo(rise);
            }
            assertThat(series.first()).isEqualTo(first);
        }
    }

    private static int open(Timeline run, long position, int number) {
        Machine machine = run.at(position);
        return machine.sites().stream().filter(site -> site.number() == number).mapToInt(SiteCounts.Site::open).findFirst().orElse(0);
    }

    @Test
    void everySampleHasWhatIsOpenThere() throws Exception {
        check(new Timeline(program(10)));
        check(new Timeline(program(300)));
    }

    @Test
    void aBranchKeepsTheSamplesBeforeItAlsoWhenTheyMoveFartherApart() throws Exception {
        Timeline run = new Timeline(program(36));
        assertThat(run.history().stride()).isEqualTo(1);
        run.seek(300);
        for (int i = 0; run.history().stride() == 1; i++) {
            run.perform(Interventions.close("app", run.machine().kernel().process(100).table().at(i)));
            check(run);
            run.seek(300);
        }
        assertThat(run.history().stride()).isEqualTo(2);
    }

    @Test
    void sitesTogetherHaveTheSumOfTheirHandles() throws Exception {
        Timeline run = new Timeline(program(20));
        SiteHistory sites = run.history().sites();
        SiteHistory.Series sum = sites.of(1, 2);
        for (int sample = 0; sample < run.history().samples().size(); sample++) {
            assertThat(sum.open(sample)).isEqualTo(sites.of(1).open(sample) + sites.of(2).open(sample));
        }
    }
}
