package dev.handlens.kernel.ps;

/// How far the life of a process is.
public enum ProcessState {
    /// It runs.
    RUNNING("running"),
    /// It is being ended, but a thread of it waits for requests that are not completed. Its handles are still open, its id is still taken.
    TERMINATING("terminating"),
    /// It has ended; its object stays as long as something refers to it.
    ENDED("ended");

    private final String words;

    ProcessState(String words) {
        this.words = words;
    }

    /// The state as people read it.
    public String words() {
        return words;
    }
}
