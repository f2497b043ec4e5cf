package dev.handlens.ui;

import dev.handlens.lens.FindingsFrame.LeakSuspect;
import dev.handlens.lens.SuspectId;
import java.util.ArrayList;
import java.util.List;

/// Tells which leak suspects have appeared while a run plays, each once however often the run passes the place again.
final class SuspectNews {
    private final List<SuspectId> told = new ArrayList<>();
    private List<SuspectId> present = List.of();
    private boolean played;
    private List<LeakSuspect> news = List.of();

    /// Compares the suspects of a frame with those of the frame before.
    ///
    /// @param leaks the suspects of the frame
    /// @param plays whether the run plays; the frame in which it stops belongs to what was played
    void look(List<LeakSuspect> leaks, boolean plays) {
        List<LeakSuspect> fresh = leaks.stream().filter(leak -> !contains(present, leak.id()) && !contains(told, leak.id())).toList();
        if ((plays || played) && !fresh.isEmpty()) {
            fresh.forEach(leak -> told.add(leak.id()));
            List<LeakSuspect> all = new ArrayList<>(news);
            all.addAll(fresh);
            news = List.copyOf(all);
        }
        played = plays;
        present = leaks.stream().map(LeakSuspect::id).toList();
    }

    /// Returns the suspects that have appeared since this was last asked.
    List<LeakSuspect> take() {
        List<LeakSuspect> taken = news;
        news = List.of();
        return taken;
    }

    private static boolean contains(List<SuspectId> known, SuspectId suspect) {
        return known.stream().anyMatch(suspect::isSame);
    }
}
