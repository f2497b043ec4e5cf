package dev.handlens.ui.control;

/// Scrolls a table with rows that come in at its end while a run plays too fast for [RowFollow], until the person scrolls away from the end.
final class EndFollow {
    private final RowWindow window;
    private int end = -1;
    private Object endKey;
    private boolean moved;
    private boolean following = true;

    /// @param window moved with the rows
    EndFollow(RowWindow window) {
        this.window = window;
    }

    /// Remembers where the end is.
    ///
    /// @param index index of the row that came last, or -1 when none did
    /// @param key its key, or null
    void endsAt(int index, Object key) {
        moved |= index >= 0 && !key.equals(endKey);
        end = index;
        endKey = index >= 0 ? key : endKey;
    }

    /// Stops following: the list is scrolled to another place.
    void leave() {
        following = false;
        moved = false;
    }

    /// Follows again after a person has scrolled away: the list is another one.
    void again() {
        following = true;
    }

    /// Scrolls if the end has moved, else sees whether a person has scrolled away from it.
    ///
    /// @param size rows there are
    void layout(int size) {
        if (end < 0 || window.page() <= 0) {
            return;
        }
        if (moved && following) {
            // One row more, so that what comes after the last one is seen to be there.
            window.reveal(Math.min(end + 1, size - 1));
            window.reveal(end);
        }
        moved = false;
        following = window.shows(end);
    }
}
