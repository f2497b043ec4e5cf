package dev.handlens.app;

/// A mistake of the person at the keyboard: one sentence that names it, and the way out. Ends a command with [ExitCode#BAD_INPUT].
public final class UserError extends Exception {
    private static final long serialVersionUID = 1L;

    /// @param sentence what is wrong and what to do about it
    public UserError(String sentence) {
        super(sentence);
    }

    /// @param sentence what is wrong and what to do about it
    /// @param cause what the machine said
    public UserError(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
