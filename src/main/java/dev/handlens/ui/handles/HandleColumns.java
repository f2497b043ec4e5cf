package dev.handlens.ui.handles;

import dev.handlens.lens.Change;
import dev.handlens.lens.HandleField;
import dev.handlens.lens.HandleRow;
import dev.handlens.lens.HandleText;
import dev.handlens.ui.control.CellKind;
import dev.handlens.ui.control.Numbers;
import dev.handlens.ui.control.RowColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The columns of the handle list, and a row in words.
final class HandleColumns {
    static final String GLYPH = "GLYPH";
    private static final double GLYPH_WIDTH = 28;

    private HandleColumns() {}

    /// @param onToggle given the id of a fold that a person opens or closes with the mouse
    static List<RowColumn<HandleRow>> all(Consumer<String> onToggle) {
        List<RowColumn<HandleRow>> columns = new ArrayList<>();
        columns.add(RowColumn.<HandleRow>of(GLYPH, "", GLYPH_WIDTH, row -> glyph(row.change())).as(CellKind.GLYPH).inPlace()
                .drawnBy(column -> new HandleGlyphCell(column, onToggle)));
        for (HandleField field : shownFirst()) {
            columns.add(column(field));
        }
        for (HandleField field : HandleField.values()) {
            if (!shownFirst().contains(field)) {
                columns.add(column(field).optional());
            }
        }
        return columns;
    }

    private static List<HandleField> shownFirst() {
        return List.of(HandleField.HANDLE, HandleField.TYPE, HandleField.NAME, HandleField.ACCESS, HandleField.OBJECT, HandleField.COUNTS,
                HandleField.OPENED, HandleField.AGE);
    }

    private static RowColumn<HandleRow> column(HandleField field) {
        return switch (field) {
            case HANDLE -> of(field, "Handle", 82).as(CellKind.MONO).drawnBy(_ -> new HandleValueCell());
            case TYPE -> of(field, "Type", 80).shrinkingTo(74);
            case NAME -> of(field, "Name", 170).shrinkingTo(136).growing().drawnBy(_ -> new HandleNameCell());
            case ACCESS -> of(field, "Access", 116).shrinkingTo(112);
            case ACCESS_MASK -> of(field, "Access mask", 96).as(CellKind.MONO_MUTED);
            case ATTRIBUTES -> of(field, "Attributes", 84).as(CellKind.MONO);
            case OBJECT -> of(field, "Object", 64).as(CellKind.MONO_MUTED).yielding(1);
            case COUNTS -> of(field, "Hnd / Ptr", 80).number().yielding(3).drawnBy(TightCell::new);
            case HANDLE_COUNT -> of(field, "Handle count", 100).number();
            case POINTER_COUNT -> of(field, "Pointer count", 104).number();
            case INDEX -> of(field, "Index", 84).number();
            case OPENED -> of(field, "Opened", 80).number().as(CellKind.MUTED).yielding(2).drawnBy(TimeCell::new);
            case AGE -> of(field, "Age", 100).number().as(CellKind.MUTED).yielding(2).optional().drawnBy(TimeCell::new);
            case OPENED_BY -> of(field, "Opened by", 170).as(CellKind.MONO_MUTED).shrinkingTo(110);
            case COMPONENT -> of(field, "Component", 104).shrinkingTo(76);
            case PROCESS -> of(field, "Process", 110).shrinkingTo(76);
            case PID -> of(field, "PID", 60).number().as(CellKind.MUTED);
        };
    }

    private static RowColumn<HandleRow> of(HandleField field, String title, double width) {
        return RowColumn.of(field.name(), title, width, row -> text(field, row));
    }

    /// What a column shows of a row, and what is copied; a row for several handles says in the name how many they are.
    private static String text(HandleField field, HandleRow row) {
        String text = HandleText.of(field, row);
        return field == HandleField.NAME && row.isFold() ? text + " " + row.fold().words() : text;
    }

    /// The row as a screen reader says it: what happened first, because that is what is looked for.
    static String spoken(HandleRow row) {
        List<String> words = new ArrayList<>();
        switch (row.change()) {
            case OPENED -> words.add("opened");
            case CLOSED -> words.add("closed");
            case FLASHED -> words.add(row.isFold() ? Numbers.count(row.fold().count()) + " opened and closed" : "opened and closed");
            case NONE -> {}
        }
        words.add(row.type().typeName());
        words.add(HandleText.of(HandleField.NAME, row));
        if (row.isFold()) {
            words.add(row.fold().open() ? "expanded" : "collapsed");
        } else {
            words.add("handle " + HandleText.of(HandleField.HANDLE, row));
        }
        if (row.recycled() && !row.isFold()) {
            words.add("recycled value");
        }
        return String.join(", ", words);
    }

    private static String glyph(Change change) {
        return switch (change) {
            case NONE -> "";
            case OPENED -> "+";
            case CLOSED -> "\u2212";
            case FLASHED -> "\u00b1";
        };
    }
}
