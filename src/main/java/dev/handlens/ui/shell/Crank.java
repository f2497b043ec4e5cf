package dev.handlens.ui.shell;

import dev.handlens.ui.Session;
import dev.handlens.ui.SuspectNews;
import java.util.function.LongSupplier;

/// Turns a run into what is on screen: one slice of the run, then one frame, for each refresh. It knows no screen; whoever has one turns
/// it, and so do tests and measurements.
public final class Crank {
    /// Refreshes for which a run that goes as fast as it can is shown once: fifteen pictures a second are as many as anybody reads, and most
    /// of the time is the run's.
    private static final int TURNS_A_PICTURE = 4;

    private static final double NANOS_PER_MILLI = 1e6;

    private final Session session;
    private final Shell shell;
    private final LongSupplier nanoClock;
    private long turned;
    private long shown;
    private boolean turning;
    private int unseen;
    private long drawingFrom;

    /// @param nanoClock tells how long drawing takes
    public Crank(Session session, Shell shell, LongSupplier nanoClock) {
        this.session = session;
        this.shell = shell;
        this.nanoClock = nanoClock;
    }

    /// The run and what a person chose to see of it.
    public Session session() {
        return session;
    }

    /// One refresh of the screen.
    ///
    /// @param now time of the refresh in nanoseconds
    /// @return whether anything new is shown
    public boolean turn(long now) {
        long elapsed = turned == 0 ? 0 : now - turned;
        turned = now;
        boolean wasPlaying = session.isPlaying();
        boolean wasWorking = session.isWorking();
        if (session.isHurried() && unseen < TURNS_A_PICTURE - 1) {
            unseen++;
            session.rush();
            if (session.isHurried()) {
                return false;
            }
        }
        boolean moved = session.advance(elapsed);
        boolean shows = moved || unseen > 0 || wasWorking || wasPlaying != session.isPlaying();
        if (shows) {
            unseen = 0;
            turning = true;
            show();
            turning = false;
        }
        return shows;
    }

    /// Shows the moment that the run is at, and says what is to be said about the last wish.
    public void show() {
        drawingFrom = nanoClock.getAsLong();
        shell.show(session.live(), new Playback(session.isPlaying(), session.speed(), session.timeline().isBranched(), session.work()));
        shown = turned;
        String notice = session.takeNotice();
        if (!notice.isEmpty()) {
            shell.say(notice);
        }
        SuspectNews.News suspects = session.takeNewSuspects();
        if (suspects != null) {
            shell.announce(suspects.first(), suspects.others());
        }
    }

    /// Returns whether what is shown now may be animated: a person asked for it, the run stands, and the frame before was shown long
    /// enough for its own animation. A frame of a run that plays is never animated: it is drawn as it is when the run is paused there.
    /// Times are those of the refreshes.
    ///
    /// @param millis length of the animation, ms
    public boolean isCalm(double millis) {
        return !turning && !session.isMoving() && turned - shown >= millis * NANOS_PER_MILLI;
    }

    /// The frame was laid out: what it took is kept free of the next refresh.
    public void laidOut() {
        if (drawingFrom != 0) {
            session.drew(nanoClock.getAsLong() - drawingFrom);
            drawingFrom = 0;
        }
    }
}
