package dev.handlens.kernel.io;

/// What a driver does with a control code.
public enum IoctlAnswer {
    /// Completes the request with success before the call returns.
    AT_ONCE("at-once", "", false),
    /// Returns an error without keeping the request.
    REFUSES("refuses", "", false),
    /// Forwards the request to a manual queue of the framework, which does all cancel logic.
    WDF_QUEUE("wdf-queue", "manual WDFQUEUE", true),
    /// Keeps the request in a cancel-safe queue.
    CSQ("csq", "cancel-safe queue (IoCsq)", true),
    /// Keeps the request in a list of its own, with a cancel routine of its own: taking a request off the list and taking its cancel
    /// routine away are two steps, and a cancel can get in between.
    LIST("list", "hand-written list", true),
    /// Keeps the request in a list of its own and sets no cancel routine.
    LIST_WITHOUT_CANCEL("list-without-cancel", "list without cancel routine", false),
    /// Keeps the request for ever: no cancel routine, and no list to find it in.
    NEVER("never", "no queue", false);

    private final String label;
    private final String queue;
    private final boolean cancels;

    IoctlAnswer(String label, String queue, boolean cancels) {
        this.label = label;
        this.queue = queue;
        this.cancels = cancels;
    }

    /// The word in scenario files.
    public String label() {
        return label;
    }

    /// Where the driver keeps a request, in words; empty for a driver that keeps none.
    public String queue() {
        return queue;
    }

    /// Whether the request stays pending when the call returns.
    public boolean pends() {
        return !queue.isEmpty();
    }

    /// Whether a queued request can be cancelled, and is when the last handle to its file is closed.
    public boolean cancels() {
        return cancels;
    }

    /// Whether the driver finds its requests again, the oldest first.
    public boolean hasQueue() {
        return pends() && this != NEVER;
    }

    /// Whether the cancel routine stays set after the driver took a request off its queue, until just before it completes it.
    public boolean races() {
        return this == LIST;
    }
}
