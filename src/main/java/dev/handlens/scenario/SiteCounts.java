package dev.handlens.scenario;

import dev.handlens.kernel.StateHash;
import dev.handlens.kernel.ob.ForkTable;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.ob.SharedTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Counts handles by call site: by where the call came from (`PreparedStep.origin`), the process that has the handle, and the type of its
/// object. However many steps of the file call from there, they are one site. Forks share the counts page by page.
public final class SiteCounts {
    /// Counts of a run in which nothing has been opened.
    public static final SiteCounts NONE = new SiteCounts();

    private final SharedTable<Site> origins;
    private int size;

    /// A call site with its counts.
    public static final class Site {
        private final long epoch;
        private final int number;
        private final int pid;
        private final ObjectType type;
        private int step;
        private int opened;
        private int closed;
        private int closedByExit;
        private int held;
        /// The next site of the same origin, or null.
        private Site next;

        private Site(long epoch, int number, int pid, ObjectType type, int step) {
            this.epoch = epoch;
            this.number = number;
            this.pid = pid;
            this.type = type;
            this.step = step;
        }

        private Site(long epoch, Site other) {
            this(epoch, other.number, other.pid, other.type, other.step);
            opened = other.opened;
            closed = other.closed;
            closedByExit = other.closedByExit;
            held = other.held;
            next = other.next;
        }

        private boolean is(int itsPid, ObjectType itsType) {
            return pid == itsPid && type == itsType;
        }

        /// Returns its number, from 0 in the order in which sites opened their first handle; the same in every fork of a run.
        public int number() {
            return number;
        }

        /// Returns the process that has the handles.
        public int pid() {
            return pid;
        }

        /// Returns the type of the objects.
        public ObjectType type() {
            return type;
        }

        /// Returns the id of the first of its steps in the order of the file.
        public int step() {
            return step;
        }

        /// Returns how many handles it ever opened.
        public int opened() {
            return opened;
        }

        /// Returns how many of them a call closed.
        public int closed() {
            return closed;
        }

        /// Returns how many of them the end of their process closed.
        public int closedByExit() {
            return closedByExit;
        }

        /// Returns how many of them are open.
        public int open() {
            return opened - closed - closedByExit;
        }

        /// Returns how many of them are open and held by a variable or collection.
        public int held() {
            return held;
        }
    }

    SiteCounts() {
        this(new SharedTable<>(), 0);
    }

    private SiteCounts(SharedTable<Site> origins, int size) {
        this.origins = origins;
        this.size = size;
    }

    SiteCounts fork() {
        return new SiteCounts(origins.fork(), size);
    }

    // ---- counting -------------------------------------------------------------------------------------------------

    void opened(Program program, PreparedStep step, int pid, ObjectType type) {
        int id = step.step().id();
        Site site = writable(step.origin(), pid, type, id);
        site.opened++;
        if (site.step != id && program.order(id) < program.order(site.step)) {
            site.step = id;
        }
    }

    void closed(PreparedStep step, int pid, ObjectType type, boolean byExit) {
        Site site = writable(step.origin(), pid, type, step.step().id());
        if (byExit) {
            site.closedByExit++;
        } else {
            site.closed++;
        }
    }

    /// @param change 1 for a handle that a variable holds from now on, -1 for one that none holds any more or that was closed
    void held(PreparedStep step, int pid, ObjectType type, int change) {
        writable(step.origin(), pid, type, step.step().id()).held += change;
    }

    /// Returns a site that no fork shares.
    private Site writable(int origin, int pid, ObjectType type, int step) {
        Site head = origins.at(origin);
        if (head == null) {
            head = new Site(origins.epoch(), size++, pid, type, step);
            origins.put(origin, head);
        } else if (head.epoch != origins.epoch()) {
            head = new Site(origins.epoch(), head);
            origins.put(origin, head);
        }
        Site site = head;
        while (!site.is(pid, type)) {
            if (site.next == null) {
                site.next = new Site(origins.epoch(), size++, pid, type, step);
            } else if (site.next.epoch != origins.epoch()) {
                site.next = new Site(origins.epoch(), site.next);
            }
            site = site.next;
        }
        return site;
    }

    // ---- reading --------------------------------------------------------------------------------------------------

    /// Returns how many sites there are: their numbers are below it.
    public int size() {
        return size;
    }

    /// Returns the site of a handle, or null.
    ///
    /// @param origin origin of the step that opened it
    Site find(int origin, int pid, ObjectType type) {
        Site site = origins.at(origin);
        while (site != null && !site.is(pid, type)) {
            site = site.next;
        }
        return site;
    }

    /// Returns all sites, in no particular order.
    List<Site> all() {
        List<Site> sites = new ArrayList<>(size);
        origins.forEach(head -> chain(head, sites::add));
        return sites;
    }

    /// Shows each site whose counts may not be those of an earlier moment of the same run. What both share is not read.
    ///
    /// @param before the counts at the earlier moment
    public void forEachChanged(SiteCounts before, Consumer<Site> visitor) {
        ForkTable.difference(before.origins, origins, (_, head) -> chain(head, visitor));
    }

    private static void chain(Site head, Consumer<Site> visitor) {
        for (Site site = head; site != null; site = site.next) {
            visitor.accept(site);
        }
    }

    void hash(StateHash hash) {
        all().forEach(site -> hash.add(site.number).add(site.opened).add(site.closed).add(site.closedByExit));
    }
}
