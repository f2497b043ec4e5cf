package dev.handlens.scenario;

import java.util.Collection;
import java.util.Locale;

/// Finds the word that an author most likely meant.
public final class Suggestions {
    /// So many words can be listed in a message without drowning it.
    private static final int LISTED = 8;

    /// Nobody means a known word by a longer one.
    private static final int LONGEST = 64;

    private Suggestions() {}

    /// What to append to "unknown …": the likeliest word, else all words when they are few, else nothing.
    static String of(String word, Collection<String> known) {
        String nearest = nearest(word, known);
        if (nearest != null) {
            return " (did you mean '" + nearest + "'?)";
        }
        if (known.isEmpty() || known.size() > LISTED) {
            return "";
        }
        return known.size() == 1 ? "; there is only " + known.iterator().next() : "; expected one of " + String.join(", ", known);
    }

    /// Returns the known word that takes the fewest changes, the first of several; null if all are too far off.
    public static String nearest(String word, Collection<String> known) {
        if (word.length() > LONGEST) {
            return null;
        }
        int best = Math.max(2, word.length() / 3) + 1;
        String found = null;
        for (String candidate : known) {
            int distance = distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < best && distance < candidate.length()) {
                best = distance;
                found = candidate;
            }
        }
        return found;
    }

    /// Levenshtein's distance: how many letters must be added, removed or replaced.
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
