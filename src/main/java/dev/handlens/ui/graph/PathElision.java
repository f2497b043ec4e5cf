package dev.handlens.ui.graph;

import java.util.function.Predicate;

/// Shortens a title that holds a path by leaving out directories in its middle: `File \Device\…\fred.log`. Both ends of a path say more
/// than its middle.
final class PathElision {
    private PathElision() {}

    /// @param title such as `File \Device\HarddiskVolume2\logs\fred.log`
    /// @param fits whether a text has room
    /// @return the longest shortened title that has room; the title itself if it has room, has no middle, or cannot be made to fit
    static String shorten(String title, Predicate<String> fits) {
        int start = title.indexOf('\\');
        if (fits.test(title) || start < 0) {
            return title;
        }
        String lead = title.substring(0, start);
        String[] parts = title.substring(start + 1).split("\\\\");
        for (int dropped = 1; dropped <= parts.length - 2; dropped++) {
            String candidate = lead + withoutMiddle(parts, 1, dropped);
            if (fits.test(candidate)) {
                return candidate;
            }
        }
        return parts.length < 2 ? title : lead + "…\\" + parts[parts.length - 1];
    }

    /// The shortest form that still has both ends of the path; `shortest` when it has no more than that.
    static String ends(String shortest, String title) {
        int start = title.indexOf('\\');
        if (start < 0) {
            return shortest;
        }
        String[] parts = title.substring(start + 1).split("\\\\");
        return parts.length < 3 ? title : title.substring(0, start) + withoutMiddle(parts, 1, parts.length - 2);
    }

    private static String withoutMiddle(String[] parts, int from, int dropped) {
        StringBuilder path = new StringBuilder();
        for (int index = 0; index < parts.length; index++) {
            if (index == from) {
                path.append("\\…");
            }
            if (index < from || index >= from + dropped) {
                path.append('\\').append(parts[index]);
            }
        }
        return path.toString();
    }
}
