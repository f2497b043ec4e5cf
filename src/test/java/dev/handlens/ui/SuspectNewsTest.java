package dev.handlens.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.lens.FindingsFrame.LeakSuspect;
import dev.handlens.scenario.Program;
import dev.handlens.scenario.Scenario;
import dev.handlens.scenario.ScenarioReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// Suspects that appear while a scenario plays are told once.
class SuspectNewsTest {
    private static final long FRAME = 16_000_000;

    private final AtomicLong clock = new AtomicLong();

    @Test
    void aSuspectThatAppearsWhileTheRunPlaysIsToldOnce() throws Exception {
        Session session = open("svchost");
        session.carryOut(new Intent.SetSpeed(10));
        assertThat(playToTheEnd(session)).extracting(LeakSuspect::process).containsExactly("svchost.exe");
        session.carryOut(new Intent.SeekEnd(false));
        session.live();
        assertThat(playToTheEnd(session)).as("played again").isEmpty();
        session.carryOut(new Intent.StepBy(-1));
        session.live();
        session.carryOut(new Intent.StepBy(1));
        session.live();
        assertThat(session.takeNewSuspects()).as("stepped back and forth").isNull();
        assertThat(playToTheEnd(open("svchost"))).as("opened again").hasSize(1);
    }

    @Test
    void aSuspectThatIsThereAfterAJumpIsNotNews() throws Exception {
        Session session = open("svchost");
        session.live();
        session.carryOut(new Intent.SeekEnd(true));
        session.live();
        assertThat(session.takeNewSuspects()).isNull();
    }

    @Test
    void selectionAndFilterStayWhenASuspectAppears() throws Exception {
        Session session = open("svchost");
        session.carryOut(new Intent.SetFilter("type:Key"));
        playToTheEnd(session);
        assertThat(session.view().filter()).isEqualTo("type:Key");
        assertThat(session.view().selection()).isNull();
    }

    private Session open(String name) throws Exception {
        return new Session(Program.of(ScenarioReader.read(Path.of("scenarios", name + ".yaml"))), clock::get, Scenario.Opening.STANDARD);
    }

    private List<LeakSuspect> playToTheEnd(Session session) {
        List<LeakSuspect> told = new ArrayList<>();
        while (session.timeline().position() < session.timeline().length()) {
            if (!session.isPlaying()) {
                session.carryOut(new Intent.TogglePlay());
            }
            session.advance(FRAME);
            session.live();
            SuspectNews.News news = session.takeNewSuspects();
            if (news != null) {
                told.add(news.first());
            }
        }
        return told;
    }
}
