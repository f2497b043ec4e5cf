package dev.handlens.ui.control;

import dev.handlens.lens.RowSource;
import java.util.Arrays;
import java.util.List;

/// Decides when a table scrolls to the rows that the current step changed. It scrolls once for each step, and again when the table changes
/// its height. After the person has scrolled or moved in the table it leaves the table alone for the next [#STEPS_LEFT_ALONE] steps, or
/// until another chapter of the scenario or another list is shown.
final class RowFollow {
    static final int STEPS_LEFT_ALONE = 3;

    private final RowWindow window;
    private List<?> keys = List.of();
    private int[] places = {};
    private Object chapter = "";
    private long step = -1;
    private int leftAlone;
    private boolean due;
    private boolean scrolls;
    private double height;
    private long changed;

    /// @param window the window to scroll
    RowFollow(RowWindow window) {
        this.window = window;
    }

    /// Takes the rows that a step changed.
    ///
    /// @param now the rows
    void show(FollowedRows now) {
        if (!now.chapter().equals(chapter)) {
            leftAlone = 0;
        } else if (now.step() != step) {
            leftAlone = Math.max(0, leftAlone - 1);
        }
        due |= now.step() != step || !now.chapter().equals(chapter);
        chapter = now.chapter();
        step = now.step();
        keys = now.keys();
        changed = now.count();
        scrolls = now.scrolls();
    }

    /// The person has scrolled, or moved to another row.
    void usedByHand() {
        leftAlone = STEPS_LEFT_ALONE + 1;
        due = false;
    }

    /// Forgets which step was shown and that the person used the table.
    void forget() {
        step = -1;
        leftAlone = 0;
    }

    /// Scrolls to the changed rows if that is due: all of them when they fit, else from the first one on.
    ///
    /// @param rows the rows of the table
    /// @param bodyHeight pixels for rows
    void layout(RowSource<?> rows, double bodyHeight) {
        places = keys.stream().mapToInt(rows::indexOf).filter(place -> place >= 0).sorted().toArray();
        boolean lower = bodyHeight < height && !due;
        height = bodyHeight;
        if (!scrolls || bodyHeight <= 0 || leftAlone > 0 || !due && !lower || places.length == 0) {
            return;
        }
        due = false;
        int first = places[0];
        int last = places[places.length - 1];
        if (last - first < window.wholeRows()) {
            window.reveal(last);
            window.reveal(first);
        } else {
            window.scrollTo(first);
        }
    }

    /// Returns how many of the changed rows are in the list, but not wholly in view.
    long outOfView() {
        long listed = places.length < keys.size() ? places.length : Math.max(places.length, changed);
        return listed - Arrays.stream(places).filter(window::shows).count();
    }
}
