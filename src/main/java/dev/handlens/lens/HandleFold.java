package dev.handlens.lens;

import java.util.Set;

/// Several handles that came and went in the highlighted time and are listed as one row.
///
/// @param id names the fold in [View#unfolded()]
/// @param count handles in it
/// @param more whether more handles came and went than the list keeps, so that there may be more than `count`
/// @param open whether its handles are listed one by one below it
/// @param head whether the row stands for all of them rather than for one of them
/// @param mixed columns in which the handles differ, so that the row for all of them has no value there
public record HandleFold(String id, long count, boolean more, boolean open, boolean head, Set<HandleField> mixed) {
    /// Returns the count in words, such as `came and went ×40`.
    public String words() {
        return "came and went " + times();
    }

    /// Returns the count alone, such as `×40`, or `×65,536+` if there may be more.
    public String times() {
        return "×" + Words.count(count) + (more ? "+" : "");
    }
}
