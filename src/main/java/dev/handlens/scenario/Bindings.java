package dev.handlens.scenario;

import dev.handlens.kernel.StateHash;
import dev.handlens.kernel.ob.SharedTable;
import java.util.List;

/// What the names of a scenario stand for at one moment. Forks share the values of variables
/// page by page, and the ids of the cast until one of them changes.
final class Bindings implements Values {
    private final Scenario scenario;
    private final SharedTable<HeldQueue> slots;
    private int[] pids;
    private int[] tids;
    private boolean castShared;
    private long version;
    private long castVersion;

    Bindings(Scenario scenario) {
        this.scenario = scenario;
        slots = new SharedTable<>();
        pids = new int[scenario.cast().size()];
        tids = new int[scenario.cast().size()];
    }

    private Bindings(Bindings other) {
        scenario = other.scenario;
        slots = other.slots.fork();
        pids = other.pids;
        tids = other.tids;
        castShared = true;
    }

    Bindings fork() {
        castShared = true;
        return new Bindings(this);
    }

    /// Returns everything that a variable holds.
    private HeldQueue queue(int slot) {
        HeldQueue queue = slots.at(slot);
        return queue == null ? HeldQueue.EMPTY : queue;
    }

    // ---- reading --------------------------------------------------------------------------------------------------

    @Override
    public long handle(int slot) {
        HeldHandle held = held(slot);
        return held == null ? 0 : held.value();
    }

    @Override
    public int object(int slot) {
        HeldHandle held = held(slot);
        return held == null ? 0 : held.object();
    }

    @Override
    public int pid(String castName) {
        return castName.equals(Scenario.SYSTEM) ? dev.handlens.kernel.Kernel.SYSTEM_PID : pids[place(castName)];
    }

    @Override
    public int tid(String castName) {
        return castName.equals(Scenario.SYSTEM) ? 0 : tids[place(castName)];
    }

    private int place(String castName) {
        for (int i = 0; i < pids.length; i++) {
            if (scenario.cast().get(i).name().equals(castName)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no cast member is called " + castName);
    }

    /// Process id of a cast member by its place in the cast.
    int pid(int place) {
        return pids[place];
    }

    /// Thread id of a cast member by its place in the cast.
    int tid(int place) {
        return tids[place];
    }

    /// A number that changes whenever anything is bound or forgotten.
    long version() {
        return version;
    }

    /// A number that changes whenever a member of the cast comes to be.
    long castVersion() {
        return castVersion;
    }

    /// What a variable holds (the oldest, for a collection), or null.
    HeldHandle held(int slot) {
        HeldQueue queue = slots.at(slot);
        return queue == null ? null : queue.first();
    }

    /// Returns everything that a variable holds, the oldest first.
    List<HeldHandle> all(int slot) {
        return queue(slot).all();
    }

    /// Name of the first variable that holds a handle, or empty text.
    String holder(int pid, long value, int generation) {
        for (int i = 0; i < scenario.variables().size(); i++) {
            for (HeldHandle held : all(i)) {
                if (held.pid() == pid && held.place() == value && held.generation() == generation) {
                    return scenario.variables().get(i);
                }
            }
        }
        return "";
    }

    // ---- binding --------------------------------------------------------------------------------------------------

    void bind(int slot, HeldHandle handle, boolean collect) {
        version++;
        slots.put(slot, (collect ? queue(slot) : HeldQueue.EMPTY).add(handle));
    }

    void takeFirst(int slot) {
        version++;
        slots.put(slot, queue(slot).rest());
    }

    void forget(int slot) {
        version++;
        slots.put(slot, null);
    }

    void bindCast(String castName, int pid, int tid) {
        version++;
        castVersion++;
        if (castShared) {
            pids = pids.clone();
            tids = tids.clone();
            castShared = false;
        }
        pids[place(castName)] = pid;
        tids[place(castName)] = tid;
    }

    void hash(StateHash hash) {
        for (int slot = 0; slot < scenario.variables().size(); slot++) {
            hash.add(queue(slot).size());
            all(slot).forEach(held -> held.hash(hash));
        }
        for (int i = 0; i < pids.length; i++) {
            hash.add(pids[i]).add(tids[i]);
        }
    }
}
