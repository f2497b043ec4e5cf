package dev.handlens.scenario;

import dev.handlens.kernel.StateHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What the names of a scenario stand for at one moment. Forks share the arrays until one of them binds a name.
final class Bindings implements Values {
    private final Scenario scenario;
    private HeldQueue[] slots;
    private int[] pids;
    private int[] tids;
    private boolean shared;
    private long version;
    private long castVersion;

    Bindings(Scenario scenario) {
        this.scenario = scenario;
        slots = new HeldQueue[scenario.variables().size()];
        Arrays.fill(slots, HeldQueue.EMPTY);
        pids = new int[scenario.cast().size()];
        tids = new int[scenario.cast().size()];
    }

    private Bindings(Bindings other) {
        scenario = other.scenario;
        slots = other.slots;
        pids = other.pids;
        tids = other.tids;
        shared = true;
    }

    Bindings fork() {
        shared = true;
        return new Bindings(this);
    }

    private void own() {
        version++;
        if (shared) {
            slots = slots.clone();
            pids = pids.clone();
            tids = tids.clone();
            shared = false;
        }
    }

    // ---- reading --------------------------------------------------------------------------------------------------

    @Override
    public long handle(int slot) {
        HeldHandle held = slots[slot].first();
        return held == null ? 0 : held.value();
    }

    @Override
    public int object(int slot) {
        HeldHandle held = slots[slot].first();
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
        return slots[slot].first();
    }

    /// Everything that variables hold, by slot.
    List<HeldHandle> all() {
        List<HeldHandle> handles = new ArrayList<>();
        for (HeldQueue slot : slots) {
            handles.addAll(slot.all());
        }
        return handles;
    }

    /// Name of the first variable that holds a handle, or empty text.
    String holder(int pid, long value, int generation) {
        for (int i = 0; i < slots.length; i++) {
            for (HeldHandle held : slots[i].all()) {
                if (held.pid() == pid && held.place() == value && held.generation() == generation) {
                    return scenario.variables().get(i);
                }
            }
        }
        return "";
    }

    // ---- binding --------------------------------------------------------------------------------------------------

    void bind(int slot, HeldHandle handle, boolean collect) {
        own();
        slots[slot] = (collect ? slots[slot] : HeldQueue.EMPTY).add(handle);
    }

    void takeFirst(int slot) {
        own();
        slots[slot] = slots[slot].rest();
    }

    void forget(int slot) {
        own();
        slots[slot] = HeldQueue.EMPTY;
    }

    void bindCast(String castName, int pid, int tid) {
        own();
        castVersion++;
        pids[place(castName)] = pid;
        tids[place(castName)] = tid;
    }

    void hash(StateHash hash) {
        for (HeldQueue slot : slots) {
            hash.add(slot.size());
            slot.all().forEach(held -> held.hash(hash));
        }
        for (int i = 0; i < pids.length; i++) {
            hash.add(pids[i]).add(tids[i]);
        }
    }
}
