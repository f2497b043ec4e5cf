package dev.handlens.app;

/// Starts Handlens. Separate from the JavaFX application class so that every command without a window starts without the toolkit.
public final class Main {
    private Main() {}

    /// @param args the command line, see `handlens help`
    public static void main(String[] args) {
        System.out.println("Handlens");
    }
}
