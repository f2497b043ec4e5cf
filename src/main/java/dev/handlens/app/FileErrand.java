package dev.handlens.app;

import dev.handlens.lens.Progress;
import dev.handlens.source.FileProblem;
import dev.handlens.source.VisibleText;
import dev.handlens.ui.Errand;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/// Writes a file on a thread of its own, because disk I/O can block; see [AtomicFile] for what happens when it is stopped or fails.
final class FileErrand implements Errand {
    private final String what;
    private final Path file;
    private final String unit;
    private final Thread writer;
    private volatile long done;
    private volatile long of = 1;
    private volatile boolean stopped;
    private volatile boolean written;
    private volatile IOException failed;

    /// The content of the file.
    @FunctionalInterface
    interface Content {
        /// Writes the content and reports its progress.
        ///
        /// @throws IOException when it cannot be written
        void write(OutputStream out, Meter meter) throws IOException;
    }

    /// Receives the progress of writing.
    @FunctionalInterface
    interface Meter {
        /// Reports how much is written.
        ///
        /// @return whether to go on
        boolean reached(long done, long of);
    }

    /// Begins to write.
    ///
    /// @param what what the file is, such as `the run`
    /// @param unit what is counted while it is written, in words
    FileErrand(String what, Path file, String unit, Content content) {
        this.what = what;
        this.file = file;
        this.unit = unit;
        writer = Thread.ofPlatform().name("writes " + file.getFileName()).start(() -> write(content));
    }

    private void write(Content content) {
        try {
            written = AtomicFile.write(file, out -> {
                content.write(out, this::reached);
                return !stopped;
            });
        } catch (IOException e) {
            failed = e;
        }
    }

    private boolean reached(long now, long all) {
        of = all;
        done = now;
        return !stopped;
    }

    private String name() {
        return VisibleText.line(file.getFileName().toString());
    }

    @Override
    public Progress progress() {
        return new Progress("Saving " + name(), done, of, unit);
    }

    @Override
    public boolean advance(BooleanSupplier hasTime) {
        return !writer.isAlive();
    }

    @Override
    public void finish() {
        boolean interrupted = false;
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        stopped = true;
        finish();
    }

    @Override
    public String outcome() {
        if (written) {
            return "Saved " + what + " as " + name() + ".";
        }
        if (failed != null) {
            return VisibleText.line(file.toString()) + " cannot be written (" + FileProblem.reason(failed) + "); choose another file or folder.";
        }
        // Neither stopped nor refused by the disk: it broke off by a mistake of ours, which the crash screen tells.
        return (stopped ? "Stopped saving; " : "") + name() + " was not written.";
    }
}
