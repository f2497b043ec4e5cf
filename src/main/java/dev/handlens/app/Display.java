package dev.handlens.app;

import dev.handlens.source.VisibleText;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.util.Map;

/// Whether a window can be opened here. Asked before the toolkit starts, because a toolkit that has failed to start cannot be started
/// again without a display.
///
/// @param usable whether it can
/// @param reason why not, as the rest of a sentence that begins "No window:", with the way out; empty when it can
@SuppressWarnings("restricted")
public record Display(boolean usable, String reason) {
    /// A window can be opened.
    public static final Display USABLE = new Display(true, "");

    private static final String GTK = "libgtk-3.so.0";
    private static final String X11 = "libX11.so.6";

    /// The machine that this program runs on, looked at once.
    public static Display here() {
        return Here.DISPLAY;
    }

    private static final class Here {
        static final Display DISPLAY = probe();
    }

    private static Display probe() {
        if ("Headless".equals(System.getProperty("glass.platform"))) {
            return new Display(false, "glass.platform=Headless asks for none.");
        }
        if (!missingTemporaryFolder().isEmpty()) {
            return new Display(false, missingTemporaryFolder());
        }
        String system = System.getProperty("os.name");
        return system.startsWith("Windows") || system.startsWith("Mac") ? USABLE : probeX(System.getenv());
    }

    /// JavaFX draws through GTK 3 on an X display; under Wayland this is XWayland's. A `DISPLAY` that nobody answers is as bad as none,
    /// so the server is asked.
    static Display probeX(Map<String, String> environment) {
        if (environment.getOrDefault("DISPLAY", "").isEmpty()) {
            return new Display(false, environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty()
                    ? "there is no display (DISPLAY is not set)."
                    : "there is a Wayland display alone; install XWayland, which JavaFX draws through.");
        }
        if (!canLoad(X11) || !canLoad(GTK)) {
            return new Display(false, "GTK 3 is not installed; on Debian and Ubuntu: sudo apt install libgtk-3-0.");
        }
        return serverAnswers() ? USABLE : new Display(false, "no X server answers at DISPLAY=" + environment.get("DISPLAY") + ".");
    }

    /// JavaFX writes fonts to the temporary folder before it loads them. Returns the way out, or empty text.
    private static String missingTemporaryFolder() {
        String folder = System.getProperty("java.io.tmpdir");
        return AtomicFile.canWriteIn(folder) ? "" : "the temporary folder " + VisibleText.line(folder)
                + " cannot be written; name another one with -Djava.io.tmpdir=FOLDER in HANDLENS_OPTS.";
    }

    /// Returns what is missing to draw pictures here, with the way out, or empty text. Text is laid out by Pango and drawn by FreeType.
    public static String missingForPictures() {
        if (!missingTemporaryFolder().isEmpty()) {
            return "Pictures cannot be drawn: " + missingTemporaryFolder();
        }
        boolean linux = System.getProperty("os.name").startsWith("Linux");
        if (!linux || (canLoad("libfreetype.so.6") && canLoad("libpangoft2-1.0.so.0"))) {
            return "";
        }
        return "Pictures need FreeType and Pango; on Debian and Ubuntu: sudo apt install libfreetype6 libpangoft2-1.0-0.";
    }

    /// Libraries stay loaded: GTK cannot be unloaded safely, and JavaFX is about to load the same ones.
    private static boolean canLoad(String library) {
        try {
            SymbolLookup.libraryLookup(library, Arena.global());
            return true;
        } catch (IllegalArgumentException absent) {
            return false;
        }
    }

    private static boolean serverAnswers() {
        SymbolLookup x11 = SymbolLookup.libraryLookup(X11, Arena.global());
        Linker linker = Linker.nativeLinker();
        MethodHandle open = linker.downcallHandle(x11.findOrThrow("XOpenDisplay"),
                FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS));
        MethodHandle close = linker.downcallHandle(x11.findOrThrow("XCloseDisplay"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
        try {
            MemorySegment display = (MemorySegment) open.invokeExact(MemorySegment.NULL);
            if (display.equals(MemorySegment.NULL)) {
                return false;
            }
            int unused = (int) close.invokeExact(display);
            return true;
        } catch (Throwable impossible) {
            throw new AssertionError("Xlib calls do not throw", impossible);
        }
    }
}
