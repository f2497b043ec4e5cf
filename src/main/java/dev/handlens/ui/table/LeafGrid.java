package dev.handlens.ui.table;

import dev.handlens.lens.TableFrame;
import dev.handlens.ui.theme.Palette;
import dev.handlens.ui.theme.Token;
import javafx.scene.canvas.GraphicsContext;

/// The entries of one leaf page, in rows of sixteen or, of the twice as many of an x86 page, thirty-two.
final class LeafGrid extends CellGrid {
    private static final int ROWS = 16;
    private static final double LARGEST = 13;
    private static final double SMALLEST = 5;

    private TableFrame.Leaf leaf;

    void show(TableFrame.Leaf next) {
        leaf = next;
        redraw();
    }

    private int columns() {
        return Math.max(1, count() / ROWS);
    }

    /// Width and height of a cell with the gap after it.
    private double size() {
        return Math.floor(Math.min(LARGEST, Math.min(getWidth() / columns(), getHeight() / ROWS)));
    }

    @Override
    int count() {
        return leaf == null ? 0 : leaf.slots().size();
    }

    @Override
    int stride(boolean across) {
        return across ? 1 : columns();
    }

    @Override
    int cellAt(double x, double y) {
        int column = (int) (x / size());
        int row = (int) (y / size());
        return x < 0 || y < 0 || column >= columns() || row >= ROWS || leaf == null ? -1 : row * columns() + column;
    }

    @Override
    protected double computeMinHeight(double width) {
        return SMALLEST * ROWS;
    }

    @Override
    protected double computePrefWidth(double height) {
        return LARGEST * columns();
    }

    @Override
    protected double computePrefHeight(double width) {
        return LARGEST * ROWS;
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height, Palette palette) {
        if (leaf == null) {
            return;
        }
        double size = size();
        double box = Math.max(1, size - 2);
        for (int i = 0; i < count(); i++) {
            double x = i % columns() * size;
            double y = Math.floorDiv(i, columns()) * size;
            drawSlot(g, leaf.slots().get(i), x, y, box, palette);
            if (i == looked()) {
                g.setStroke(palette.color(isFocused() ? Token.ACCENT : Token.TEXT));
                g.setLineWidth(2);
                g.strokeRect(x, y, box, box);
            }
        }
    }

    /// Each state has a form of its own besides its colour: framed, filled, crossed, or plain.
    private static void drawSlot(GraphicsContext g, TableFrame.Slot slot, double x, double y, double box, Palette palette) {
        switch (slot) {
            case RESERVED -> fill(g, palette, Token.FAINT, x, y, box);
            case FREE -> fill(g, palette, Token.LINE2, x, y, box);
            case OPEN -> fill(g, palette, Token.PAGED, x, y, box);
            case OPENED -> {
                fill(g, palette, Token.OPENBAR, x, y, box);
                g.setFill(palette.color(Token.OPENBG));
                g.fillRect(x + 1.5, y + 1.5, box - 3, box - 3);
            }
            case CLOSED -> {
                fill(g, palette, Token.CLOSEBG, x, y, box);
                g.setFill(palette.color(Token.CLOSEBAR));
                g.fillRect(x, y + box / 2 - 1, box, 2);
            }
        }
    }

    private static void fill(GraphicsContext g, Palette palette, Token token, double x, double y, double box) {
        g.setFill(palette.color(token));
        g.fillRoundRect(x, y, box, box, 3, 3);
    }
}
