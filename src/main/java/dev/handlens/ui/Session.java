package dev.handlens.ui;

import dev.handlens.lens.ChangeSearch;
import dev.handlens.lens.Frame;
import dev.handlens.lens.HandleFinder;
import dev.handlens.lens.HandlesFrame;
import dev.handlens.lens.Lens;
import dev.handlens.lens.Progress;
import dev.handlens.lens.Selection;
import dev.handlens.lens.View;
import dev.handlens.scenario.Interventions;
import dev.handlens.scenario.Program;
import dev.handlens.scenario.Scenario;
import dev.handlens.timeline.Timeline;
import dev.handlens.ui.control.Numbers;
import java.util.List;
import java.util.function.LongSupplier;

/// One scenario being shown: the timeline, what the person chose to see, and whether it plays. Wishes go in, frames come out. It knows
/// no screen: the window, pictures and tests turn the same crank.
public final class Session {
    /// A refresh of the screen, less what its last touches take after the layout.
    private static final long REFRESH_NANOS = 14_500_000;
    /// Least and most of it that playing takes; what drawing takes is kept free.
    private static final long SHORTEST_SLICE = 2_000_000;
    private static final long LONGEST_SLICE = 11_000_000;
    /// What a run that hurries gets of a refresh that is drawn: the others are its own.
    private static final long SLICE_BESIDE_A_PICTURE = 1_000_000;
    /// Most of a refresh that nothing is drawn for. It leaves room for a scrolled list and a small collection.
    private static final long RUSH_NANOS = 9_500_000;
    /// Time that a frame may take for making a long list ready, beside what it takes anyway: while a run plays, and when nothing else goes on.
    private static final long LISTING_NANOS = 4_000_000;
    private static final long LISTING_ALONE_NANOS = 9_000_000;
    private static final long FEWEST_ENTRIES = 4_096;
    private static final long MOST_ENTRIES = 4_000_000;
    /// Steps run at once when somebody goes to a place; more are run over several frames.
    private static final long STEPS_AT_ONCE = 16_384;
    /// Steps between two looks at the clock while playing as fast as it goes.
    private static final int STEPS_PER_LOOK = 256;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Timeline timeline;
    private Lens lens = new Lens();
    private final LongSupplier nanoClock;
    private View view;
    private final Stopwatch stopwatch;
    private boolean playing;
    private Seek seek;
    private ChangeSearch search;
    private final Errands errands;
    private double speed = 1;
    private double clock;
    private Frame shown;
    private Work work;
    private long entries = FEWEST_ENTRIES;
    /// What a frame took lately that had no long list to make ready and no handles to count.
    private long plainNanos;
    private long drawingNanos = SHORTEST_SLICE;
    private String notice = "";
    private boolean followsProcess;
    /// Step whose process was looked for last.
    private long followedAt = -1;
    private final SuspectNews suspects = new SuspectNews();

    /// A way to a place that takes more than a frame.
    private record Seek(long from, long to) {}

    /// @param program what to show
    /// @param nanoClock a clock that only ever bounds how much is played at once
    /// @param usual ways of watching for a scenario that says nothing itself
    public Session(Program program, LongSupplier nanoClock, Scenario.Opening usual) {
        timeline = new Timeline(program);
        this.nanoClock = nanoClock;
        stopwatch = new Stopwatch(nanoClock);
        errands = new Errands(nanoClock);
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

    /// What is to be seen now, all of it complete.
    public Frame frame() {
        finish();
        Frame frame = lens.frame(timeline, view);
        return followProcess(frame) ? lens.frame(timeline, view) : frame;
    }

    /// Lists the process that the step is about, once for each step, so that a person can look at another one meanwhile. Not while steps come
    /// faster than they can be read.
    ///
    /// @return whether another process is listed now
    private boolean followProcess(Frame frame) {
        if (!followsProcess || followedAt == frame.step().position() || playing && !frame.step().isReadable(speed)) {
            return false;
        }
        followedAt = frame.step().position();
        if (frame.step().elsewhere() == 0) {
            return false;
        }
        view = view.withPid(frame.step().elsewhere());
        return true;
    }

    /// What is to be seen now by somebody who watches: what takes long is made ready over several frames.
    public Frame live() {
        long began = nanoClock.getAsLong();
        shown = lens.live(timeline, view, playing || seek != null, entries);
        if (followProcess(shown)) {
            shown = lens.live(timeline, view, playing || seek != null, entries);
        }
        suspects.look(shown.findings(), playing);
        long took = nanoClock.getAsLong() - began;
        if (shown.handles().work() == null && !shown.graph().counting()) {
            plainNanos = took;
        } else {
            long most = plainNanos + (playing ? LISTING_NANOS : LISTING_ALONE_NANOS);
            entries = Math.clamp(took > most ? entries / 2 : entries + entries / 4, FEWEST_ENTRIES, MOST_ENTRIES);
        }
        errands.look();
        Work other = stopwatch.look(progress());
        work = errands.work() == null ? other : errands.work();
        return shown;
    }

    private Progress progress() {
        if (search != null) {
            return search.progress();
        }
        if (seek != null) {
            long length = seek.to() - seek.from();
            return new Progress("Going to step " + Numbers.count(seek.to()), timeline.position() - seek.from(), length, "steps");
        }
        if (playing && Double.isInfinite(speed)) {
            return new Progress("Running to the end", timeline.position(), timeline.length(), "steps");
        }
        return shown.handles().work();
    }

    /// What a person waits for, or null when there is nothing that takes long.
    public Work work() {
        return work;
    }

    /// Whether there is more to do for what is shown, though nothing plays.
    public boolean isWorking() {
        boolean making = shown != null && (shown.handles().work() != null || shown.graph().counting());
        return seek != null || search != null || errands.isBusy() || making;
    }

    /// Does at once all that would be done over several frames.
    public void finish() {
        finishErrands();
        searchOn(Long.MAX_VALUE);
        if (seek != null) {
            timeline.seek(seek.to());
            seek = null;
            clock = timeline.time();
        }
    }

    /// Does at once what a person asked to be made.
    public void finishErrands() {
        say(errands.finish());
    }

    /// Says how long the last frame took to be made and laid out, so that playing leaves that much of the next refresh free.
    public void drew(long nanos) {
        // A long frame is remembered for a while; a short one is trusted slowly.
        drawingNanos = Math.max(nanos, drawingNanos - drawingNanos / 16);
    }

    /// A sentence about the last wish, or empty; it is said once.
    public String takeNotice() {
        String said = notice;
        notice = "";
        return said;
    }

    /// Returns the leak suspects that appeared while the run played, since this was last asked; each suspect once. Null for none.
    public SuspectNews.News takeNewSuspects() {
        return suspects.take();
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

    /// Whether the run, or a search in it, goes on by itself.
    public boolean isMoving() {
        return playing || seek != null || search != null;
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
        return advance(elapsedNanos, isHurried() ? SLICE_BESIDE_A_PICTURE : Math.clamp(REFRESH_NANOS - drawingNanos, SHORTEST_SLICE, LONGEST_SLICE));
    }

    /// Plays on for one refresh of the screen that nothing is drawn for: all of it is for the run.
    ///
    /// @return whether anything moved
    public boolean rush() {
        return advance(0, RUSH_NANOS);
    }

    /// Whether it runs as fast as it goes, so that the screen need not follow every refresh.
    public boolean isHurried() {
        return seek != null || search != null || playing && Double.isInfinite(speed);
    }

    private boolean advance(long elapsedNanos, long slice) {
        boolean moves = isMoving();
        long began = nanoClock.getAsLong();
        if (errands.isBusy()) {
            long half = began + (moves ? slice / 2 : slice);
            say(errands.advance(() -> nanoClock.getAsLong() < half));
        }
        return moves && move(elapsedNanos, began + slice);
    }

    private boolean move(long elapsedNanos, long deadline) {
        long before = timeline.position();
        if (search != null) {
            do {
                searchOn(STEPS_PER_LOOK);
            } while (search != null && nanoClock.getAsLong() < deadline);
        } else if (seek != null) {
            runTo(seek.to(), deadline);
            if (timeline.position() == seek.to()) {
                seek = null;
                clock = timeline.time();
            }
        } else if (Double.isInfinite(speed)) {
            runTo(timeline.length(), deadline);
        } else {
            clock += elapsedNanos / NANOS_PER_MILLI * speed;
            playTo(clock, deadline);
        }
        if (seek == null && timeline.position() == timeline.length()) {
            playing = false;
        }
        return moved(before);
    }

    /// Runs until a place or a time. The last step is run alone, because a frame tells what it changed.
    private void runTo(long target, long deadline) {
        while (timeline.position() < target - 1 && nanoClock.getAsLong() < deadline) {
            timeline.seek(Math.min(timeline.position() + STEPS_PER_LOOK, target - 1));
        }
        if (timeline.position() < target) {
            lens.pass(timeline);
            timeline.seek(timeline.position() + 1);
        }
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

    /// Looks for a change: at once when it is near, else over several frames, in which the run stays where it is.
    private void lookForChange(boolean next) {
        playing = false;
        seek = null;
        search = new ChangeSearch(timeline, view, next);
        searchOn(STEPS_AT_ONCE);
    }

    private void searchOn(long steps) {
        if (search != null && search.advance(steps)) {
            ChangeSearch over = search;
            search = null;
            over.found().ifPresentOrElse(this::go, () -> say(over.nothing()));
        }
    }

    /// Goes to a place, at once when it is near, else over several frames.
    private void go(long position) {
        long target = Math.clamp(position, 0, timeline.length());
        long from = target - timeline.stepsTo(target);
        search = null;
        seek = null;
        if (target - from > STEPS_AT_ONCE) {
            timeline.seek(from);
            seek = new Seek(from, target);
        } else {
            timeline.seek(target);
        }
        clock = timeline.time();
        view = view.withRevealed(false);
    }

    /// Memory ran out: stops, at the last position that leaves room. What the lens remembers of later ones goes too.
    public void retreat() {
        lens = new Lens();
        shown = null;
        playing = false;
        search = null;
        seek = null;
        timeline.retreat();
        clock = timeline.time();
        view = view.withRevealed(false);
    }

    // ---- wishes ---------------------------------------------------------------------------------------------------

    /// Carries out a wish about the run or the view.
    ///
    /// @return whether it was one; opening, saving, pictures and what is brought into sight are for the program around it
    public boolean carryOut(Intent wish) {
        switch (wish) {
            case Intent.TogglePlay _ -> togglePlay();
            case Intent.StepBy step -> pauseAt(timeline.position() + step.steps());
            case Intent.SeekTo seek -> pauseAt(seek.position());
            case Intent.SeekEnd end -> pauseAt(end.last() ? timeline.length() : 0);
            case Intent.SeekChange change -> lookForChange(change.next());
            case Intent.SetSpeed wanted -> speed = wanted.speed();
            case Intent.Select select -> select(select.selection());
            case Intent.ToggleFold toggle -> view = view.withFoldToggled(toggle.fold());
            case Intent.SetWatch watch -> view = view.withWatch(watch.watch(), watch.interval());
            case Intent.SetHighlight highlight -> view = view.withHighlight(highlight.highlight());
            case Intent.ShowUnnamed show -> view = view.withShowUnnamed(show.show());
            case Intent.StillOpenOnly only -> view = view.withStillOpen(only.only());
            case Intent.SetFilter filter -> view = view.withFilter(filter.filter());
            case Intent.ListHandles list -> list(list.pid(), list.filter());
            case Intent.SetSort sort -> view = view.withSort(sort.sort());
            case Intent.SetTree tree -> view = view.withTree(tree.tree());
            case Intent.Reveal _ -> view = view.withRevealed(true);
            case Intent.FollowProcess follow -> {
                followsProcess = follow.follows();
                followedAt = -1;
            }
            case Intent.CloseHandle close -> perform(close.pid(), close.handle());
            case Intent.KillProcess kill -> kill(kill.pid());
            case Intent.Undo _ -> undo();
            case Intent.StopWork _ -> stop();
            case Intent.FindHandle find -> find(find.words());
            case Intent.Begin begin -> errands.begin(begin.errand());
            case Intent.Open _, Intent.SaveAs _, Intent.TakePicture _, Intent.ShowSuspect _, Intent.ShowPoolTag _ -> {
                return false;
            }
        }
        return true;
    }

    /// Stops what takes long and says what holds now; what is shown stays as it is.
    private void stop() {
        if (errands.work() != null) {
            say(errands.stop());
        } else if (search != null) {
            search = null;
            say("Stopped looking; the run is where it was.");
        } else if (seek != null) {
            seek = null;
            clock = timeline.time();
            say("Stopped on the way, at step " + Numbers.count(timeline.position()) + ".");
        } else if (playing) {
            playing = false;
        } else {
            stopListing();
        }
    }

    private void stopListing() {
        HandlesFrame list = shown == null ? null : shown.handles();
        if (list == null || list.work() == null) {
            return;
        }
        if (!view.sort().isEmpty()) {
            boolean again = list.sorted().equals(view.sort());
            if (again && list.order().isEmpty()) {
                return;
            }
            view = again ? view.withOrderKept() : view.withSort(list.sorted());
            say("Stopped sorting; the list stays in the " + (again ? list.order() : "order it had") + ".");
        } else if (!view.filter().isBlank()) {
            view = view.withFilter("");
            say("Stopped filtering; the list shows all handles.");
        }
    }

    private void say(String sentence) {
        if (!sentence.isEmpty()) {
            notice = sentence;
        }
    }

    /// Selects the handle that a person names by its value.
    private void find(String words) {
        HandleFinder.Found found = lens.find(timeline, view, words);
        say(found.notice());
        if (found.key() != null) {
            select(new Selection.OfHandle(found.key()));
        }
    }

    private void togglePlay() {
        search = null;
        seek = null;
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
        search = null;
        view = switch (selection) {
            case Selection.OfProcess process -> view.withSelection(selection).withPid(process.pid());
            case Selection.OfHandle handle -> view.withSelection(selection).withPid(handle.key().pid());
            case Selection.OfObject _, Selection.OfRequest _ -> view.withSelection(selection);
            case null -> view.withSelection(null);
        };
    }

    private void list(int pid, String filter) {
        select(new Selection.OfProcess(pid));
        view = view.withFilter(filter).withShowUnnamed(true);
    }

    private void perform(int pid, long handle) {
        timeline.machine().castName(pid).ifPresent(name -> change(Interventions.close(name, handle)));
    }

    private void kill(int pid) {
        timeline.machine().castName(pid).filter(name -> !name.equals(Scenario.SYSTEM)).ifPresent(name -> change(Interventions.kill(name)));
    }

    private void change(Scenario.Step step) {
        playing = false;
        search = null;
        seek = null;
        timeline.perform(step);
        clock = timeline.time();
        view = view.withRevealed(false);
    }

    private void undo() {
        playing = false;
        search = null;
        seek = null;
        if (timeline.undo()) {
            clock = timeline.time();
            view = view.withRevealed(false);
        }
    }
}
