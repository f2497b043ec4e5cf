package dev.handlens.app;

import dev.handlens.lens.Progress;
import dev.handlens.ui.Errand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.BooleanSupplier;

/// A file that is written beside the window, for a disk answers when it likes. It gets its name when it is whole: a file that is written
/// over stays as it was until then, and for good when writing is stopped or fails.
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

    /// What is written.
    @FunctionalInterface
    interface Content {
        /// Writes it, and says how far it is.
        void write(Path file, Meter meter) throws IOException;
    }

    /// How far writing is.
    @FunctionalInterface
    interface Meter {
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
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try {
                content.write(part, this::reached);
                if (!stopped) {
                    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
                    written = true;
                }
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            failed = e;
        }
    }

    private boolean reached(long now, long all) {
        of = all;
        done = now;
        return !stopped;
    }

    @Override
    public Progress progress() {
        return new Progress("Saving " + file.getFileName(), done, of, unit);
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
            return "Saved " + what + " as " + file.getFileName() + ".";
        }
        if (failed != null) {
            return file + " cannot be written; choose a folder that you may write to.";
        }
        // Neither stopped nor refused by the disk: it broke off by a mistake of ours, which the crash screen tells.
        return (stopped ? "Stopped saving; " : "") + file.getFileName() + " was not written.";
    }
}
