package dev.handlens.ui.control;

import java.util.List;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;

/// How rows are written to the clipboard: always with their headings, one row a line.
public enum CopyFormat {
    /// For spreadsheets.
    TSV("tab-separated", "", "\t", "", text -> text.replaceAll("[\\t\\r\\n]+", " ")),
    /// For files; RFC 4180.
    CSV("CSV", "", ",", "", CopyFormat::quoted),
    /// For issues and documents.
    MARKDOWN("Markdown", "| ", " | ", " |", text -> text.replace("\\", "\\\\").replace("|", "\\|"));

    private final String title;
    private final String start;
    private final String between;
    private final String end;
    private final UnaryOperator<String> escape;

    CopyFormat(String title, String start, String between, String end, UnaryOperator<String> escape) {
        this.title = title;
        this.start = start;
        this.between = between;
        this.end = end;
        this.escape = escape;
    }

    /// Name in menus.
    public String title() {
        return title;
    }

    /// Rows as text.
    ///
    /// @param columns columns to write; those in a fixed place have nothing to copy
    /// @param rows rows to write
    public <R> String write(List<RowColumn<R>> columns, List<R> rows) {
        Writing<R> writing = writing(columns);
        rows.forEach(writing::add);
        return writing.text();
    }

    /// Text that is written row by row.
    ///
    /// @param columns columns to write; those in a fixed place have nothing to copy
    <R> Writing<R> writing(List<RowColumn<R>> columns) {
        return new Writing<>(this, columns.stream().filter(column -> !column.fixed()).toList());
    }

    /// Rows being written, the headings above them.
    static final class Writing<R> {
        private final CopyFormat format;
        private final List<RowColumn<R>> columns;
        private final StringBuilder text = new StringBuilder();

        private Writing(CopyFormat format, List<RowColumn<R>> columns) {
            this.format = format;
            this.columns = columns;
            line(format.line(columns.stream().map(RowColumn::title).toList()));
            if (format == MARKDOWN) {
                line("|" + String.join("|", columns.stream().map(column -> column.right() ? " ---: " : " --- ").toList()) + "|");
            }
        }

        void add(R row) {
            line(format.line(columns.stream().map(column -> column.text().apply(row)).toList()));
        }

        String text() {
            return text.toString();
        }

        private void line(String words) {
            text.append(words).append('\n');
        }
    }

    private String line(List<String> cells) {
        StringJoiner joiner = new StringJoiner(between, start, end);
        cells.forEach(cell -> joiner.add(escape.apply(cell)));
        return joiner.toString();
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
