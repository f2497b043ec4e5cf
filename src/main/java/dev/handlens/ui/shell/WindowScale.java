package dev.handlens.ui.shell;

import javafx.scene.Scene;

/// The size of everything, as the person chose it, put into force: content, bars, sheets, menus and tooltips.
final class WindowScale {
    static final int USUAL = 100;
    /// The smallest size at which the panes of the window do not overlap, px.
    static final double MIN_WIDTH = 940;
    static final double MIN_HEIGHT = 560;

    private final Presentation presentation;
    private final ZoomBox box;
    private final FoldedBars bars;
    private final SheetScale sheets;
    private int percent = USUAL;

    /// @param presentation enlarges the content by itself
    /// @param box holds the content
    /// @param bars the bars over the content in presentation
    /// @param sheets toast and sheets
    WindowScale(Presentation presentation, ZoomBox box, FoldedBars bars, SheetScale sheets) {
        this.presentation = presentation;
        this.box = box;
        this.bars = bars;
        this.sheets = sheets;
    }

    /// Returns the size that is in force, in percent.
    int percent() {
        return percent;
    }

    /// Sets the size; the next layout puts it into force.
    ///
    /// @param wanted 100 to 300
    void set(int wanted) {
        percent = wanted;
    }

    /// Gives menus and tooltips of a scene the size.
    ///
    /// @param scene the scene, or null for none
    void apply(Scene scene) {
        if (scene != null) {
            PopupSize.apply(scene, percent);
        }
    }

    /// Lays out what fills the window. Bars and sheets grow only as far as they fit.
    ///
    /// @param width width of the window, px
    /// @param height height of the window, px
    void layout(double width, double height) {
        double factor = presentation.scale(width, height) * percent / USUAL;
        box.setFactor(factor);
        box.resizeRelocate(0, 0, width, height);
        // Where the toast goes depends on where the timeline is.
        box.layout();
        double besides = Math.min(factor, Math.max(1, Math.min(width / MIN_WIDTH, height / MIN_HEIGHT)));
        bars.setFactor(besides);
        bars.resizeRelocate(0, 0, width / besides, height / besides);
        sheets.layout(besides, width, height);
    }
}
