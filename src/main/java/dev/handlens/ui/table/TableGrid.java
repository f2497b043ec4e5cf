package dev.handlens.ui.table;

import dev.handlens.lens.Change;
import dev.handlens.lens.TableFrame;
import dev.handlens.ui.theme.Palette;
import dev.handlens.ui.theme.Token;
import javafx.scene.canvas.GraphicsContext;

/// The pages of a handle table: those there are, how full they are, which are growing, and the room there is for more. With three levels
/// the top block is drawn above, one pointer to each column.
final class TableGrid extends CellGrid {
    private static final double TOP_BLOCK = 5;
    private static final double TOP_GAP = 3;
    private static final double LEAST_SHADE = 0.18;
    private static final double HEIGHT = 120;
    private static final double HIGHEST = 170;

    private TableFrame frame;

    TableGrid() {
        setMinHeight(44);
        setPrefHeight(HEIGHT);
        setMaxHeight(HIGHEST);
    }

    void show(TableFrame next) {
        boolean same = frame != null && frame.cells() == next.cells() && frame.levels() == next.levels() && frame.midPages() == next.midPages();
        frame = next;
        if (!same) {
            redraw();
        }
    }

    private double top() {
        return frame.levels() == 3 ? TOP_BLOCK + TOP_GAP : 0;
    }

    @Override
    int count() {
        return frame == null ? 0 : frame.cells().size();
    }

    @Override
    int stride(boolean across) {
        return across ? frame.rows() : 1;
    }

    @Override
    int cellAt(double x, double y) {
        if (frame == null || y < top() || y >= getHeight() || x < 0 || x >= getWidth()) {
            return -1;
        }
        int column = (int) (x * frame.columns() / getWidth());
        int row = (int) ((y - top()) * frame.rows() / (getHeight() - top()));
        int cell = column * frame.rows() + row;
        return cell < count() ? cell : -1;
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height, Palette palette) {
        if (frame == null || frame.columns() == 0) {
            return;
        }
        double top = top();
        double cellWidth = width / frame.columns();
        double cellHeight = (height - top) / frame.rows();
        double gap = cellWidth < 8 ? 1 : 2;
        if (frame.levels() == 3) {
            for (int m = 0; m < frame.columns(); m++) {
                g.setFill(palette.color(m < frame.midPages() ? Token.MUTE : Token.LINE2));
                g.fillRect(Math.round(m * cellWidth), 0, edge(m + 1, cellWidth) - edge(m, cellWidth) - gap, TOP_BLOCK);
            }
        }
        g.setFill(palette.color(Token.LINE2));
        g.fillRect(0, top, width, height - top);
        drawRuns(g, cellWidth, cellHeight, top, palette);
        // What parts the cells is drawn over them: a few lines instead of thousands of boxes.
        g.setFill(palette.color(Token.PANEL));
        for (int c = 1; c <= frame.columns(); c++) {
            g.fillRect(edge(c, cellWidth) - gap, top, gap, height - top);
        }
        for (int r = 1; r <= frame.rows(); r++) {
            g.fillRect(0, top + edge(r, cellHeight) - gap, width, gap);
        }
        drawLooked(g, cellWidth, cellHeight, top, gap, palette);
    }

    /// Cells of one look that follow each other in a column are one box.
    private void drawRuns(GraphicsContext g, double cellWidth, double cellHeight, double top, Palette palette) {
        int cells = count();
        int from = 0;
        while (from < cells) {
            int end = from + 1;
            while (end < cells && end % frame.rows() != 0 && alike(frame.cells().get(from), frame.cells().get(end))) {
                end++;
            }
            int column = from / frame.rows();
            double y = top + edge(from % frame.rows(), cellHeight);
            double bottom = top + edge((end - 1) % frame.rows() + 1, cellHeight);
            TableFrame.Cell cell = frame.cells().get(from);
            double full = cell.room() == 0 ? 0 : (double) cell.open() / cell.room();
            Token token = switch (cell.change()) {
                case OPENED -> Token.OPENBAR;
                case CLOSED, FLASHED -> Token.CLOSEBAR;
                case NONE -> Token.PAGED;
            };
            g.setFill(palette.color(token, LEAST_SHADE + (1 - LEAST_SHADE) * full));
            g.fillRect(edge(column, cellWidth), y, edge(column + 1, cellWidth) - edge(column, cellWidth), bottom - y);
            from = end;
        }
    }

    private static boolean alike(TableFrame.Cell a, TableFrame.Cell b) {
        return a.change() == b.change() && a.room() == b.room() && (a.open() == b.open() || a.change() == Change.NONE && near(a, b));
    }

    private static boolean near(TableFrame.Cell a, TableFrame.Cell b) {
        return Math.abs(a.open() - b.open()) * 64 < a.room();
    }

    private void drawLooked(GraphicsContext g, double cellWidth, double cellHeight, double top, double gap, Palette palette) {
        if (looked() < 0 || looked() >= count()) {
            return;
        }
        double x = edge(looked() / frame.rows(), cellWidth);
        double y = top + edge(looked() % frame.rows(), cellHeight);
        double right = edge(looked() / frame.rows() + 1, cellWidth) - gap;
        double bottom = top + edge(looked() % frame.rows() + 1, cellHeight) - gap;
        g.setStroke(palette.color(isFocused() ? Token.ACCENT : Token.TEXT));
        g.setLineWidth(2);
        // The first and last cells lie at the edge, where half of the frame would be cut off.
        double left = Math.max(1, x - 1);
        double above = Math.max(1, y - 1);
        g.strokeRect(left, above, Math.min(getWidth() - 1, right + 1) - left, Math.min(getHeight() - 1, bottom + 1) - above);
    }

    private static double edge(int cell, double size) {
        return Math.round(cell * size);
    }
}
