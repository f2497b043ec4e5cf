package dev.handlens.ui.control;

import dev.handlens.lens.Progress;
import dev.handlens.ui.Errand;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Copies rows as text: gathers them, then writes them, some at a time, for a hundred thousand take longer than a person would wait
/// for without a word.
///
/// @param <R> a row
final class RowCopy<R> implements Errand {
    private static final int AT_ONCE = 64;
    /// A copy of fewer rows is not worth a word.
    private static final int MANY = 1_000;

    private final Gathering<R> gathering;
    private final CopyFormat.Writing<R> writing;
    private final Consumer<String> onDone;
    private List<R> rows;
    private int written;
    private boolean stopped;

    /// @param onDone is given the text
    RowCopy(Gathering<R> gathering, List<RowColumn<R>> columns, CopyFormat format, Consumer<String> onDone) {
        this.gathering = gathering;
        this.onDone = onDone;
        writing = format.writing(columns);
    }

    @Override
    public Progress progress() {
        // Looking for a row and writing it take about the same.
        return new Progress("Copying " + Numbers.count(gathering.size()) + " rows", (gathering.looked() + (long) written) / 2, gathering.size(),
                "rows");
    }

    @Override
    public boolean advance(BooleanSupplier hasTime) {
        do {
            if (rows == null) {
                rows = gathering.advance(AT_ONCE) ? gathering.rows() : null;
            } else if (written < rows.size()) {
                for (int end = Math.min(rows.size(), written + AT_ONCE); written < end; written++) {
                    writing.add(rows.get(written));
                }
            } else {
                onDone.accept(writing.text());
                return true;
            }
        } while (hasTime.getAsBoolean());
        return false;
    }

    @Override
    public void stop() {
        stopped = true;
    }

    @Override
    public String outcome() {
        if (stopped) {
            return "Stopped copying; the clipboard is as it was.";
        }
        return rows.size() < MANY ? "" : "Copied " + Numbers.count(rows.size()) + " rows.";
    }
}
