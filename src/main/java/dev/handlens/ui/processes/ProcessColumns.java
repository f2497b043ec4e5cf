package dev.handlens.ui.processes;

import dev.handlens.lens.ProcessRow;
import dev.handlens.ui.Intent;
import dev.handlens.ui.control.CellKind;
import dev.handlens.ui.control.Numbers;
import dev.handlens.ui.control.RowColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// The columns of the process list, how each sorts, and a row in words.
enum ProcessColumns {
    PROCESS(RowColumn.<ProcessRow>of("PROCESS", "Process", 208, ProcessRow::name).shrinkingTo(192).growing(),
            Comparator.comparing(ProcessRow::name, String.CASE_INSENSITIVE_ORDER)),
    PID(number("PID", "PID", 56, row -> Integer.toString(row.pid())).as(CellKind.MUTED).yielding(1),
            Comparator.comparingInt(ProcessRow::pid)),
    HANDLES(number("HANDLES", "Handles", 114, row -> Numbers.count(row.handles())).drawnBy(_ -> new HandleCountCell()),
            Comparator.comparingInt(ProcessRow::handles)),
    CHANGE(number("CHANGE", "Change", 98, ProcessColumns::change).drawnBy(_ -> new ChangeCell()),
            Comparator.comparingLong(row -> row.opened() - row.closed())),
    TREND(RowColumn.<ProcessRow>of("TREND", "Trend", 92, ProcessColumns::trend).shrinkingTo(48).drawnBy(_ -> new TrendCell()),
            Comparator.comparingDouble(ProcessColumns::growth)),
    PAGED(number("PAGED", "Paged", 70, row -> Numbers.shortBytes(row.pagedBytes())).yielding(3),
            Comparator.comparingLong(ProcessRow::pagedBytes)),
    NONPAGED(number("NONPAGED", "Nonpaged", 82, row -> Numbers.shortBytes(row.nonpagedBytes())).yielding(2),
            Comparator.comparingLong(ProcessRow::nonpagedBytes)),
    PEAK(number("PEAK", "Peak handles", 100, row -> Numbers.count(row.peakHandles())).as(CellKind.MUTED).optional(),
            Comparator.comparingInt(ProcessRow::peakHandles)),
    TABLE(number("TABLE", "Handle table", 96, row -> Numbers.shortBytes(row.tableBytes())).as(CellKind.MUTED).optional(),
            Comparator.comparingLong(ProcessRow::tableBytes));

    private final RowColumn<ProcessRow> column;
    private final Comparator<ProcessRow> comparator;

    ProcessColumns(RowColumn<ProcessRow> column, Comparator<ProcessRow> comparator) {
        this.column = column;
        this.comparator = comparator;
    }

    /// Returns the columns.
    ///
    /// @param intents where wishes go
    static List<RowColumn<ProcessRow>> all(Consumer<Intent> intents) {
        return List.of(values()).stream()
                .map(value -> value == PROCESS ? value.column.drawnBy(_ -> new ProcessNameCell(intents)) : value.column).toList();
    }

    Comparator<ProcessRow> comparator() {
        return comparator;
    }

    /// The row as a screen reader says it.
    static String spoken(ProcessRow row) {
        List<String> words = new ArrayList<>();
        if (row.zombie()) {
            words.add("ended");
        }
        if (!row.terminating().isEmpty()) {
            words.add("terminating");
        }
        words.add(row.name());
        words.add("pid " + row.pid());
        words.add(Numbers.count(row.handles()) + (row.handles() == 1 ? " handle" : " handles"));
        if (!row.suspects().isEmpty()) {
            words.add(row.suspects().size() == 1 ? "leak suspect" : row.suspects().size() + " leak suspects");
        }
        if (row.overTenThousand()) {
            words.add("warning, over 10,000");
        }
        if (row.opened() > 0) {
            words.add(Numbers.count(row.opened()) + " opened");
        }
        if (row.closed() > 0) {
            words.add(Numbers.count(row.closed()) + " closed");
        }
        return String.join(", ", words);
    }

    private static String change(ProcessRow row) {
        String opened = row.opened() > 0 ? "+" + Numbers.count(row.opened()) : "";
        String closed = row.closed() > 0 ? "\u2212" + Numbers.count(row.closed()) : "";
        String both = (opened + " " + closed).strip();
        return both.isEmpty() ? "0" : both;
    }

    private static String trend(ProcessRow row) {
        double growth = growth(row);
        return growth > 0 ? "+" + Numbers.count(Math.round(growth)) : growth < 0 ? "\u2212" + Numbers.count(Math.round(-growth)) : "0";
    }

    private static double growth(ProcessRow row) {
        double[] trend = row.trend();
        return trend.length == 0 ? 0 : trend[trend.length - 1] - trend[0];
    }

    private static RowColumn<ProcessRow> number(String id, String title, double width, Function<ProcessRow, String> text) {
        return RowColumn.of(id, title, width, text).number();
    }
}
