package dev.handlens.ui.dialogs;

import dev.handlens.ui.control.Labels;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What this program is.
public final class AboutSheet extends Sheet {
    /// The sheet.
    ///
    /// @param version version of the program
    public AboutSheet(String version) {
        super("Handlens " + version, content(), 470);
        addButton("Close", true, () -> {});
    }

    private static VBox content() {
        return new VBox(10,
                wrapping("A hand lens for kernel handles. A scenario file drives a simulated, deterministic Windows kernel; the window "
                        + "shows every handle as it opens and closes, what keeps an object alive, and what it costs in pool.", ""),
                wrapping("Nothing here touches the kernel of this machine.", ""),
                wrapping("Apache License 2.0. Type: Inter and JetBrains Mono, SIL Open Font License 1.1. Icons: Fluent UI, MIT.", "mute"));
    }

    private static Label wrapping(String words, String styleClass) {
        Label label = styleClass.isEmpty() ? Labels.of(words) : Labels.of(words, styleClass);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
