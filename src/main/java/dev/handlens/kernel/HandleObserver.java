package dev.handlens.kernel;

/// Is told of every handle that opens and closes, as it happens.
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
}
