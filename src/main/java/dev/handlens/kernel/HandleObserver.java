package dev.handlens.kernel;

import dev.handlens.kernel.io.IoEvent;

/// Is told of every handle that opens and closes, and of what happens between the I/O manager and drivers, as it happens.
public interface HandleObserver {
    /// Nobody watches.
    HandleObserver NONE = new HandleObserver() {
        @Override
        public void opened(int pid, long handle, long first, long second) {
            // Nobody watches.
        }

        @Override
        public void closed(int pid, long handle, long first, long second, boolean byExit) {
            // Nobody watches.
        }
    };

    /// A handle was opened.
    ///
    /// @param pid process whose table has it
    /// @param handle the value
    /// @param first first word of the entry, see `HandleEntry`
    /// @param second second word
    void opened(int pid, long handle, long first, long second);

    /// A handle was closed.
    ///
    /// @param byExit whether the end of the process closed it rather than a call
    void closed(int pid, long handle, long first, long second, boolean byExit);

    /// Something happened between the I/O manager and a driver.
    default void io(IoEvent event) {
        // Most watch handles alone.
    }
}
