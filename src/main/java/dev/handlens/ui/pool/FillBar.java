package dev.handlens.ui.pool;

import dev.handlens.ui.control.Drawing;
import dev.handlens.ui.theme.Palette;
import dev.handlens.ui.theme.Token;
import javafx.scene.canvas.GraphicsContext;

/// How full the pool is: a rounded bar, with a mark at the most that was ever in use.
final class FillBar extends Drawing {
    private static final double HEIGHT = 6;
    private static final double PEAK_WIDTH = 2;

    private final Token color;
    private double full;
    private double peak;

    FillBar(Token color) {
        this.color = color;
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
    }

    /// Shows a filling.
    ///
    /// @param full part in use, 0 to 1
    /// @param peak most that was ever in use, 0 to 1
    void show(double full, double peak) {
        this.full = Math.clamp(full, 0, 1);
        this.peak = Math.clamp(peak, 0, 1);
        redraw();
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height, Palette palette) {
        g.setFill(palette.color(Token.LINE2));
        g.fillRoundRect(0, 0, width, height, height, height);
        g.setFill(palette.color(color));
        g.fillRoundRect(0, 0, Math.max(height, width * full), height, height, height);
        g.setFill(palette.color(Token.TEXT));
        g.fillRect(Math.clamp(width * peak - PEAK_WIDTH / 2, 0, width - PEAK_WIDTH), 0, PEAK_WIDTH, height);
    }
}
