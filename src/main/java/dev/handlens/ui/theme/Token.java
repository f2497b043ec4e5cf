package dev.handlens.ui.theme;

import java.util.Locale;

/// A colour by its meaning. The numbers stand in the token style sheets and nowhere else.
public enum Token {
    BG, PANEL, RAISE, LINE, LINE2, TEXT, MUTE, FAINT, ACCENT, ACCENTSOFT, ONACCENT, OPEN, OPENBG, OPENBAR, CLOSE, CLOSEBG, CLOSEBAR, WARN,
    WARNBG, SUS, SUSBG, SUSLINE, PAGED, NONPAGED, PAGEDBG, NONPAGEDBG, SEL, CODE;

    /// The name of the colour in style sheets, such as `-hl-openbg`.
    public String cssName() {
        return "-hl-" + name().toLowerCase(Locale.ROOT);
    }
}
