package dev.handlens.ui.theme;

/// The pair of colours that says opened and closed. Only the tints differ: glyphs, edge bars and the strike-through are always there.
public enum Tints {
    /// Green and red.
    GREEN_RED("Green and red", ""),
    /// Told apart with any kind of colour vision.
    BLUE_ORANGE("Blue and orange (colour-blind safe)", "blue-orange"),
    /// The defaults of Process Explorer for new and deleted objects.
    PROCESS_EXPLORER("Process Explorer", "process-explorer");

    static final String FILE_PREFIX = "palette-";

    private final String words;
    private final String file;

    Tints(String words, String file) {
        this.words = words;
        this.file = file;
    }

    /// What a person reads in a menu.
    public String words() {
        return words;
    }

    /// The style sheet that replaces the theme's tints; empty for the theme's own.
    String file(Theme theme) {
        if (file.isEmpty()) {
            return "";
        }
        return FILE_PREFIX + file + (theme == Theme.DARK ? "-dark.css" : "-light.css");
    }
}
