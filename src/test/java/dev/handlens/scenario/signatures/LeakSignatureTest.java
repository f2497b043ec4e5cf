package dev.handlens.scenario.signatures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.lens.FindingsFrame;
import dev.handlens.lens.Frame;
import dev.handlens.lens.PoolFrame;
import dev.handlens.lens.TraceFrame;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Scenarios of leaks: what a person at the back of the room sees.
class LeakSignatureTest {

    @Test
    void eventLeakMovesTwoGaugesAndNoRedBalancesTheGreen() {
        Showing show = Showing.of("event-leak").at("The update goes live");
        Frame before = show.frame();
        show.atEnd();
        Frame after = show.frame();
        assertThat(tag(after.nonpaged(), "Even") - tag(before.nonpaged(), "Even")).isEqualTo(2_400 * 96);
        assertThat(tag(after.paged(), "Obtb") - tag(before.paged(), "Obtb")).isEqualTo(10 * 4_096);
        assertThat(show.findings().leaks()).singleElement().satisfies(leak -> assertThat(leak.open()).isEqualTo(2_400));
    }

    @Test
    void healthyHasNoSuspectAfterAllItsGrowth() {
        Showing show = Showing.of("healthy").atEnd();
        assertThat(show.findings().leaks()).isEmpty();
        assertThat(show.findings().misuses()).isEmpty();
        assertThat(show.findings().cleared()).isNotEmpty();
    }

    @Test
    void zombiesFillTheProcessListAndOneServiceHoldsThem() {
        Showing show = Showing.of("zombies").at("It ends");
        assertThat(show.frame().processes().zombies()).isEqualTo(1);
        show.at("A zombie");
        assertThat(show.whyAlive("A process is started")).isEqualTo("Alive because of 0x18 in monitor.exe.");
        long proc = tag(show.frame().nonpaged(), "Proc");
        int runner = show.process("runner.exe").handles();
        show.at("Sixty-one of them");
        assertThat(show.frame().processes().zombies()).isEqualTo(61);
        assertThat(tag(show.frame().nonpaged(), "Proc")).isGreaterThan(10 * proc);
        assertThat(show.process("runner.exe").handles()).isEqualTo(runner);
        assertThat(show.findings().leaks()).singleElement().satisfies(leak -> {
            assertThat(leak.process()).isEqualTo("monitor.exe");
            assertThat(leak.type()).isEqualTo("Process");
            assertThat(leak.lost()).isEqualTo(61);
        });
    }

    @Test
    void svchostIsAllBusyAndTheStackNamesOneOfFive() {
        Showing show = Showing.of("svchost").atEnd();
        TraceFrame trace = show.frame().trace();
        assertThat(trace.on()).isTrue();
        assertThat(trace.outstanding()).isNotEmpty().allSatisfy(block -> assertThat(block.stack()).contains("update!CheckOne+0x27"));
        assertThat(trace.newest()).anySatisfy(block -> assertThat(String.join(" ", block.stack())).contains("dnscache!"));
        FindingsFrame found = show.findings();
        assertThat(found.leaks()).singleElement().satisfies(leak -> {
            assertThat(leak.site()).isEqualTo("update!CheckOne+0x27");
            assertThat(leak.open()).isEqualTo(300);
        });
        assertThat(found.cleared()).anyMatch(line -> line.contains("dnscache!Resolve")).anyMatch(line -> line.contains("sched!RunJob"))
                .anyMatch(line -> line.contains("lanman!Session")).anyMatch(line -> line.contains("themes!Notify"));
    }

    @Test
    void slowLeakIsOneInTwoThousandAndStillASlope() {
        Showing show = Showing.of("slow-leak").at("Twenty thousand requests");
        assertThat(show.process("proxy.exe").handles()).isEqualTo(14);
        show.at("What stayed");
        assertThat(show.process("proxy.exe").handles()).isEqualTo(44);
        double[] trend = show.process("proxy.exe").trend();
        assertThat(trend).isSorted();
        assertThat(trend[trend.length - 1] - trend[trend.length / 2]).isGreaterThan(10);
        assertThat(show.frame().trace().outstanding()).isNotEmpty()
                .allSatisfy(block -> assertThat(block.stack()).contains("proxy!Forward+0x3b"));
        assertThat(show.findings().leaks()).singleElement().satisfies(leak -> {
            assertThat(leak.opened()).isEqualTo(80_000);
            assertThat(leak.open()).isEqualTo(40);
        });
    }

    @Test
    void exitHidesWhatOnlyTheEndsOfProcessesClosed() {
        Showing show = Showing.of("exit-hides").at("The first worker");
        long nonpaged = show.frame().nonpaged().bytes();
        show.at("A hundred jobs later");
        assertThat(show.frame().nonpaged().bytes() - nonpaged).isEqualTo(100 * 96);
        show.at("As if nothing had been");
        assertThat(show.frame().nonpaged().bytes()).isLessThan(nonpaged);
        show.atEnd();
        List<FindingsFrame.LeakSuspect> leaks = show.findings().leaks();
        assertThat(leaks).hasSize(3).allSatisfy(leak -> {
            assertThat(leak.open()).isZero();
            assertThat(leak.lost()).isEqualTo(100);
            assertThat(leak.sentence()).isEqualTo("Events opened in worker!RunJob are closed only by the end of the process");
        });
    }

    @Test
    void doubleOwnerOpensOneNameTwice() {
        Showing show = Showing.of("double-owner").at("The other opens");
        assertThat(show.changes()).containsExactly("OPENED 0x14 Event", "OPENED 0x18 Event");
        assertThat(show.rows().stream().filter(row -> row.name().endsWith("Ready")).map(row -> row.object()).distinct()).hasSize(1);
        assertThat(show.status()).isEqualTo("STATUS_OBJECT_NAME_EXISTS");
        show.atEnd();
        assertThat(show.findings().leaks()).singleElement().satisfies(leak -> assertThat(leak.values()).containsExactly(0x14L));
    }

    private static long tag(PoolFrame pool, String name) {
        return pool.topTags().stream().filter(use -> use.tag().strip().equals(name)).mapToLong(PoolFrame.TagUse::bytes).sum();
    }
}
