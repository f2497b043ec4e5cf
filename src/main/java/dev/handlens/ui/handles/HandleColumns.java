package dev.handlens.ui.handles;

import dev.handlens.lens.Change;
import dev.handlens.lens.HandleField;
import dev.handlens.lens.HandleRow;
import dev.handlens.ui.control.CellKind;
import dev.handlens.ui.control.Millis;
import dev.handlens.ui.control.Numbers;
import dev.handlens.ui.control.RowColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// The columns of the handle list, and a row in words.
final class HandleColumns {
    static final String GLYPH = "GLYPH";
    private static final double GLYPH_WIDTH = 28;

    private static final long LONG_RUN = 10_000;
    /// From here on a step and the marks of its thousands no longer fit a column.
    private static final long LONGER_RUN = 10_000_000;

    private HandleColumns() {}

    static List<RowColumn<HandleRow>> all() {
        List<RowColumn<HandleRow>> columns = new ArrayList<>();
        columns.add(RowColumn.<HandleRow>of(GLYPH, "", GLYPH_WIDTH, row -> glyph(row.change())).as(CellKind.GLYPH).inPlace());
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
            case HANDLE -> of(field, "Handle", 82, row -> hex(row.key().value())).as(CellKind.MONO).drawnBy(_ -> new HandleValueCell());
            case TYPE -> of(field, "Type", 80, row -> row.type().typeName()).shrinkingTo(74);
            case NAME -> of(field, "Name", 170, HandleColumns::name).shrinkingTo(136).growing().drawnBy(_ -> new HandleNameCell());
            case ACCESS -> of(field, "Access", 116, HandleRow::access).shrinkingTo(112);
            case ACCESS_MASK -> of(field, "Access mask", 96, row -> hex(Integer.toUnsignedLong(row.grantedAccess())))
                    .as(CellKind.MONO_MUTED);
            case ATTRIBUTES -> of(field, "Attributes", 84, HandleColumns::attributes).as(CellKind.MONO);
            case OBJECT -> of(field, "Object", 64, row -> hex(row.object())).as(CellKind.MONO_MUTED).yielding(1);
            case COUNTS -> of(field, "Hnd / Ptr", 80, HandleColumns::counts).number().yielding(3).drawnBy(TightCell::new);
            case HANDLE_COUNT -> of(field, "Handle count", 100, row -> Numbers.count(row.handleCount())).number();
            case POINTER_COUNT -> of(field, "Pointer count", 104, row -> Numbers.count(row.pointerCount())).number();
            case INDEX -> of(field, "Index", 84, row -> Numbers.count(row.key().value() / 4)).number();
            case OPENED -> of(field, "Opened", 80, HandleColumns::opened).number().as(CellKind.MUTED).yielding(2)
                    .drawnBy(TimeCell::new);
            case AGE -> of(field, "Age", 96, row -> Millis.format(row.age())).number().as(CellKind.MUTED).yielding(2).optional()
                    .drawnBy(TimeCell::new);
            case OPENED_BY -> of(field, "Opened by", 170, row -> row.stack().isEmpty() ? "" : row.stack().getFirst())
                    .as(CellKind.MONO_MUTED).shrinkingTo(110);
            case COMPONENT -> of(field, "Component", 104, HandleColumns::component).shrinkingTo(76);
            case PROCESS -> of(field, "Process", 110, HandleRow::process).shrinkingTo(76);
            case PID -> of(field, "PID", 60, row -> Integer.toString(row.key().pid())).number().as(CellKind.MUTED);
        };
    }

    private static RowColumn<HandleRow> of(HandleField field, String title, double width, Function<HandleRow, String> text) {
        return RowColumn.of(field.name(), title, width, text);
    }

    /// The row as a screen reader says it: what happened first, because that is what is looked for.
    static String spoken(HandleRow row) {
        List<String> words = new ArrayList<>();
        switch (row.change()) {
            case OPENED -> words.add("opened");
            case CLOSED -> words.add("closed");
            case FLASHED -> words.add("opened and closed");
            case NONE -> {}
        }
        words.add(row.type().typeName());
        words.add(name(row));
        words.add("handle " + hex(row.key().value()));
        if (row.recycled()) {
            words.add("recycled value");
        }
        return String.join(", ", words);
    }

    static String hex(long value) {
        return "0x" + Long.toHexString(value).toUpperCase(Locale.ROOT);
    }

    private static String glyph(Change change) {
        return switch (change) {
            case NONE -> "";
            case OPENED -> "+";
            case CLOSED -> "\u2212";
            case FLASHED -> "\u00b1";
        };
    }

    static String name(HandleRow row) {
        return row.name().isEmpty() ? "unnamed" : row.name();
    }

    /// The step that opened it; of a long run the number alone, which says the same in the same room.
    private static String opened(HandleRow row) {
        long step = row.key().openedAt();
        if (step < LONG_RUN) {
            return "step " + step;
        }
        return step < LONGER_RUN ? Numbers.count(step) : Long.toString(step);
    }

    private static String counts(HandleRow row) {
        boolean many = Math.max(row.handleCount(), row.pointerCount()) >= LONG_RUN;
        return Numbers.rounded(row.handleCount()) + (many ? "/" : " / ") + Numbers.rounded(row.pointerCount());
    }

    private static String attributes(HandleRow row) {
        return String.join(" ", List.of(row.inherit() ? "I" : "", row.protectFromClose() ? "P" : "", row.kernelHandle() ? "K" : "").stream()
                .filter(letter -> !letter.isEmpty()).toList());
    }

    /// The module of the innermost frame: what stands before the exclamation mark.
    private static String component(HandleRow row) {
        if (row.stack().isEmpty()) {
            return "";
        }
        String frame = row.stack().getFirst();
        int mark = frame.indexOf('!');
        return mark < 0 ? frame : frame.substring(0, mark);
    }
}
