package dev.handlens.ui;

import dev.handlens.lens.ChangeSearch;
import dev.handlens.lens.Frame;
import dev.handlens.lens.Lens;
import dev.handlens.lens.Selection;
import dev.handlens.lens.View;
import dev.handlens.scenario.Interventions;
import dev.handlens.scenario.Program;
import dev.handlens.scenario.Scenario;
import dev.handlens.timeline.Timeline;
import java.util.List;
import java.util.function.LongSupplier;

/// One scenario being shown: the timeline, what the person chose to see, and whether it plays. Wishes go in, frames come out. It knows
/// no screen: the window, pictures and tests turn the same crank.
public final class Session {
    /// Share of a screen refresh of 16.7 ms that playing may take; the rest is for drawing.
    private static final long SLICE_NANOS = 7_000_000;
    /// Steps between two looks at the clock while playing as fast as it goes.
    private static final int STEPS_PER_LOOK = 256;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Timeline timeline;
    private final Lens lens = new Lens();
    private final LongSupplier nanoClock;
    private View view;
    private boolean playing;
    private double speed = 1;
    private double clock;

    /// @param program what to show
    /// @param nanoClock a clock that only ever bounds how much is played at once
    /// @param usual ways of watching for a scenario that says nothing itself
    public Session(Program program, LongSupplier nanoClock, Scenario.Opening usual) {
        timeline = new Timeline(program);
        this.nanoClock = nanoClock;
        view = opening(program.scenario(), usual);
    }

    private View opening(Scenario scenario, Scenario.Opening usual) {
        Scenario.Opening opening = scenario.opening().equals(Scenario.Opening.STANDARD) ? usual : scenario.opening();
        String select = opening.select() == null ? firstProcess(scenario) : opening.select();
        return new View(null, timeline.machine().pid(select), opening.polling() ? View.Watch.POLLING : View.Watch.EVERY_EVENT, opening.interval(),
                new View.Highlight(opening.highlight()), opening.unnamed(), "", List.of(), true, false);
    }

    private static String firstProcess(Scenario scenario) {
        return scenario.cast().stream()
                .filter(member -> member instanceof Scenario.CastMember.ProcessMember process && !process.later())
                .map(Scenario.CastMember::name).findFirst().orElse(Scenario.SYSTEM);
    }

    /// What is to be seen now.
    public Frame frame() {
        return lens.frame(timeline, view);
    }

    public Timeline timeline() {
        return timeline;
    }

    public View view() {
        return view;
    }

    public boolean isPlaying() {
        return playing;
    }

    /// Simulated seconds a second; infinite for as fast as it goes.
    public double speed() {
        return speed;
    }

    /// Shows something else of the same moment.
    public void look(View newView) {
        view = newView;
    }

    // ---- playing --------------------------------------------------------------------------------------------------

    /// Plays on for one refresh of the screen, in a bounded slice of work.
    ///
    /// @param elapsedNanos real time since the last refresh
    /// @return whether anything moved
    public boolean advance(long elapsedNanos) {
        if (!playing) {
            return false;
        }
        long before = timeline.position();
        long deadline = nanoClock.getAsLong() + SLICE_NANOS;
        if (Double.isInfinite(speed)) {
            while (timeline.position() < timeline.length() && nanoClock.getAsLong() < deadline) {
                timeline.seek(timeline.position() + STEPS_PER_LOOK);
            }
        } else {
            clock += elapsedNanos / NANOS_PER_MILLI * speed;
            playTo(clock, deadline);
        }
        if (timeline.position() == timeline.length()) {
            playing = false;
        }
        return moved(before);
    }

    private void playTo(double millis, long deadline) {
        int sinceLook = 0;
        while (playing && timeline.position() < timeline.length() && timeline.program().time(timeline.position() + 1) <= millis) {
            timeline.seek(timeline.position() + 1);
            if (!timeline.machine().last().step().ask().isEmpty()) {
                // A question is for the room: the run waits for it.
                playing = false;
            }
            if (++sinceLook % STEPS_PER_LOOK == 0 && nanoClock.getAsLong() > deadline) {
                // Too much for one refresh: the clock waits for the run.
                clock = timeline.time();
                return;
            }
        }
    }

    private boolean moved(long before) {
        if (timeline.position() == before) {
            return false;
        }
        view = view.withRevealed(false);
        return true;
    }

    private void go(long position) {
        timeline.seek(position);
        clock = timeline.time();
        view = view.withRevealed(false);
    }

    /// Memory ran out: stops, at the last position that leaves room.
    public void retreat() {
        playing = false;
        timeline.retreat();
        clock = timeline.time();
        view = view.withRevealed(false);
    }

    // ---- wishes ---------------------------------------------------------------------------------------------------

    /// Carries out a wish about the run or the view.
    ///
    /// @return whether it was one; opening, saving and pictures are for the program around it
    public boolean carryOut(Intent wish) {
        switch (wish) {
            case Intent.TogglePlay _ -> togglePlay();
            case Intent.StepBy step -> pauseAt(timeline.position() + step.steps());
            case Intent.SeekTo seek -> pauseAt(seek.position());
            case Intent.SeekEnd end -> pauseAt(end.last() ? timeline.length() : 0);
            case Intent.SeekChange change -> ChangeSearch.find(timeline, view, change.next()).ifPresent(this::pauseAt);
            case Intent.SetSpeed wanted -> speed = wanted.speed();
            case Intent.Select select -> select(select.selection());
            case Intent.SetWatch watch -> view = view.withWatch(watch.watch(), watch.interval());
            case Intent.SetHighlight highlight -> view = view.withHighlight(highlight.highlight());
            case Intent.ShowUnnamed show -> view = view.withShowUnnamed(show.show());
            case Intent.SetFilter filter -> view = view.withFilter(filter.filter());
            case Intent.SetSort sort -> view = view.withSort(sort.sort());
            case Intent.SetTree tree -> view = view.withTree(tree.tree());
            case Intent.Reveal _ -> view = view.withRevealed(true);
            case Intent.CloseHandle close -> perform(close.pid(), close.handle());
            case Intent.KillProcess kill -> kill(kill.pid());
            case Intent.Undo _ -> undo();
            case Intent.Open _, Intent.SaveAs _, Intent.TakePicture _ -> {
                return false;
            }
        }
        return true;
    }

    private void togglePlay() {
        if (!playing && timeline.position() == timeline.length()) {
            go(0);
        }
        playing = !playing;
        clock = timeline.time();
    }

    private void pauseAt(long position) {
        playing = false;
        go(position);
    }

    private void select(Selection selection) {
        view = switch (selection) {
            case Selection.OfProcess process -> view.withSelection(selection).withPid(process.pid());
            case Selection.OfHandle handle -> view.withSelection(selection).withPid(handle.key().pid());
            case Selection.OfObject _ -> view.withSelection(selection);
            case null -> view.withSelection(null);
        };
    }

    private void perform(int pid, long handle) {
        timeline.machine().castName(pid).ifPresent(name -> change(Interventions.close(name, handle)));
    }

    private void kill(int pid) {
        timeline.machine().castName(pid).filter(name -> !name.equals(Scenario.SYSTEM)).ifPresent(name -> change(Interventions.kill(name)));
    }

    private void change(Scenario.Step step) {
        playing = false;
        timeline.perform(step);
        clock = timeline.time();
        view = view.withRevealed(false);
    }

    private void undo() {
        playing = false;
        if (timeline.undo()) {
            clock = timeline.time();
            view = view.withRevealed(false);
        }
    }
}
