package dev.handlens.kernel.io;

import dev.handlens.kernel.Architecture;
import dev.handlens.kernel.StateHash;

/// An I/O request packet that is not completed: a control code that is with a driver. Its completion takes it out of the table.
///
/// It refers to its file object and to the event it is to set; neither needs a handle any more.
///
/// @param id what stands for its address: ids of requests and of objects are one series
/// @param file id of the file object it was sent through
/// @param event id of the event to set at completion, or 0: then the file object itself is signaled
/// @param driver id of the driver object it is with
/// @param process id of the process object that sent it and pays for it
/// @param thread id of the thread object in whose list it is, or 0 when none has it any more
/// @param pid process that sent it
/// @param tid thread that sent it
/// @param controlCode the control code
/// @param synchronous whether the thread waits for it inside its call
/// @param state where it is
/// @param cancel whether someone asked for it to be cancelled
/// @param bornAt position at which it was sent
public record Irp(
        int id, int file, int event, int driver, int process, int thread, int pid, int tid, int controlCode, boolean synchronous,
        State state, boolean cancel, long bornAt) {
    private static final int BODY_X64 = 0xD0;
    private static final int LOCATION_X64 = 0x48;
    private static final int BODY_X86 = 0x70;
    private static final int LOCATION_X86 = 0x24;

    /// Where a request is.
    public enum State {
        /// In the driver's queue, or wherever the driver keeps what it does not complete.
        QUEUED("queued"),
        /// Taken off the queue by the driver, which is about to complete it.
        TAKEN("taken by the driver");

        private final String words;

        State(String words) {
            this.words = words;
        }

        /// The state as people read it.
        public String words() {
            return words;
        }
    }

    /// Whether its thread gave it up: when it is completed, nobody is told.
    public boolean isDisowned() {
        return thread == 0;
    }

    /// The same request after the driver took it off its queue.
    public Irp taken() {
        return new Irp(id, file, event, driver, process, thread, pid, tid, controlCode, synchronous, State.TAKEN, cancel, bornAt);
    }

    /// The same request after someone asked for it to be cancelled.
    public Irp cancelRequested() {
        return new Irp(id, file, event, driver, process, thread, pid, tid, controlCode, synchronous, state, true, bornAt);
    }

    /// The same request after its thread gave it up.
    public Irp disowned() {
        return new Irp(id, file, event, driver, process, 0, pid, tid, controlCode, synchronous, state, cancel, bornAt);
    }

    /// Bytes of a request with one stack location, pool header not included.
    public static int bytes(Architecture architecture) {
        return switch (architecture) {
            case X64 -> BODY_X64 + LOCATION_X64;
            case X86 -> BODY_X86 + LOCATION_X86;
        };
    }

    /// Adds all of it to a hash.
    public void hash(StateHash hash) {
        hash.add(id).add(file).add(event).add(driver).add(process).add(thread).add(pid).add(tid).add(controlCode).add(synchronous)
                .add(state.ordinal()).add(cancel).add(bornAt);
    }
}
