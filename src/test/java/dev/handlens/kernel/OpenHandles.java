package dev.handlens.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The handles of every process as the kernel's observer tells of them: a second account, kept apart from the tables.
final class OpenHandles implements HandleObserver {

    /// Handle values, any of which is found in no time.
    static final class Bag {
        private final List<Long> values = new ArrayList<>();
        private final Map<Long, Integer> places = new HashMap<>();

        /// How many there are.
        int size() {
            return values.size();
        }

        /// One of them, by a number below their number.
        long get(int place) {
            return values.get(place);
        }

        /// All of them, ascending.
        List<Long> sorted() {
            return values.stream().sorted().toList();
        }

        private boolean add(long value) {
            if (places.putIfAbsent(value, values.size()) != null) {
                return false;
            }
            values.add(value);
            return true;
        }

        private boolean remove(long value) {
            Integer place = places.remove(value);
            if (place == null) {
                return false;
            }
            long last = values.removeLast();
            if (place < values.size()) {
                values.set(place, last);
                places.put(last, place);
            }
            return true;
        }
    }

    private record Values(Bag open, Bag closed) {}

    private final Map<Integer, Values> processes = new HashMap<>();
    private int addedByCall;

    @Override
    public void opened(int pid, long handle, long first, long second) {
        addedByCall++;
        if (!of(pid).open.add(handle)) {
            throw new AssertionError("handle " + handle + " of " + pid + " was opened and was open");
        }
        of(pid).closed.remove(handle);
    }

    @Override
    public void closed(int pid, long handle, long first, long second, boolean byExit) {
        if (!of(pid).open.remove(handle)) {
            throw new AssertionError("handle " + handle + " of " + pid + " was closed and not open");
        }
        of(pid).closed.add(handle);
        addedByCall--;
    }

    /// Begins to count what the next call opens and closes.
    void beginCall() {
        addedByCall = 0;
    }

    /// Handles that were opened since a call began, less those that were closed.
    int addedByCall() {
        return addedByCall;
    }

    /// Values open in a process.
    Bag open(int pid) {
        return of(pid).open;
    }

    /// Values that were open in a process, or in an earlier one of the same id, and are not now.
    Bag closed(int pid) {
        return of(pid).closed;
    }

    private Values of(int pid) {
        return processes.computeIfAbsent(pid, _ -> new Values(new Bag(), new Bag()));
    }
}
