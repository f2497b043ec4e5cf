package dev.handlens.ui;

import dev.handlens.lens.FindingsFrame;
import dev.handlens.lens.FindingsFrame.LeakSuspect;
import dev.handlens.lens.SuspectId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reports which leak suspects have appeared while a run plays, each once however often the run passes the place again.
public final class SuspectNews {
    private final Known told = new Known();
    private List<FindingsFrame.Suspected> before = List.of();
    private boolean played;
    private News news;

    /// Suspects that have appeared.
    ///
    /// @param first the worst of them
    /// @param others how many more there are
    public record News(LeakSuspect first, int others) {}

    /// Suspects by what they are. The type of one may become known, or unknown again, as the run goes on.
    private static final class Known {
        private final Set<SuspectId> exact = new HashSet<>();
        private final Set<SuspectId> anyType = new HashSet<>();
        private final Set<SuspectId> withoutType = new HashSet<>();

        void add(SuspectId id) {
            exact.add(id);
            anyType.add(withoutType(id));
            if (id.type().isEmpty()) {
                withoutType.add(id);
            }
        }

        boolean contains(SuspectId id) {
            return exact.contains(id) || (id.type().isEmpty() ? anyType : withoutType).contains(withoutType(id));
        }

        private static SuspectId withoutType(SuspectId id) {
            return new SuspectId(id.pid(), "", id.site());
        }
    }

    /// Compares the suspects of a frame with those of the frame before.
    ///
    /// @param findings the findings of the frame
    /// @param plays whether the run plays; the frame in which it stops belongs to what was played
    void look(FindingsFrame findings, boolean plays) {
        List<FindingsFrame.Suspected> now = findings.suspected();
        if ((plays || played) && !now.equals(before)) {
            Known present = new Known();
            before.forEach(suspect -> present.add(suspect.id()));
            for (int i = 0; i < now.size(); i++) {
                SuspectId id = now.get(i).id();
                if (!present.contains(id) && !told.contains(id)) {
                    told.add(id);
                    news = news == null ? new News(findings.leaks().get(i), 0) : new News(news.first(), news.others() + 1);
                }
            }
        }
        before = now;
        played = plays;
    }

    /// Returns what has appeared since this was last asked, or null.
    News take() {
        News taken = news;
        news = null;
        return taken;
    }
}
