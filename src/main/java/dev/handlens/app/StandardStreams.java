package dev.handlens.app;

import dev.handlens.source.FileProblem;
import dev.handlens.source.VisibleText;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// The writers of the command line. Whatever is printed goes through [VisibleText], so that no text of a file acts on the terminal, and
/// standard output that cannot be written ends the command instead of being ignored, as `PrintWriter` would.
final class StandardStreams {
    private StandardStreams() {}

    /// Thrown when standard output cannot be written: its disk is full, or its reader has gone.
    static final class OutputException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OutputException(IOException cause) {
            super("standard output cannot be written (" + FileProblem.reason(cause) + "); send it to another file or program.", cause);
        }
    }

    /// Returns a writer on standard output. It throws [OutputException] when that cannot be written.
    static PrintWriter output() {
        // Not System.out, which reports no errors.
        OutputStream bytes = new Guarded(new FileOutputStream(FileDescriptor.out));
        return new PrintWriter(new Visible(new OutputStreamWriter(bytes, charset(System.out))), true);
    }

    /// Returns a writer on standard error. What cannot be written there is lost: there is no place left to report it.
    static PrintWriter error() {
        return new PrintWriter(new Visible(new OutputStreamWriter(System.err, charset(System.err))), true);
    }

    /// Text is UTF-8 whatever the locale says (under the C locale Java would print question marks), except on a Windows console, which
    /// has a code page of its own.
    private static Charset charset(PrintStream stream) {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return windows && System.console() != null && System.console().isTerminal() ? stream.charset() : StandardCharsets.UTF_8;
    }

    private static final class Guarded extends FilterOutputStream {
        private boolean failed;

        Guarded(OutputStream stream) {
            super(stream);
        }

        @Override
        public void write(int value) {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            // Writers flush once more while the exception closes them.
            if (failed) {
                return;
            }
            try {
                out.write(bytes, from, length);
            } catch (IOException unwritable) {
                failed = true;
                throw new OutputException(unwritable);
            }
        }
    }

    /// Writes characters through [VisibleText]. A surrogate pair may arrive in two parts.
    private static final class Visible extends Writer {
        private final Writer out;
        private String held = "";

        Visible(Writer out) {
            this.out = out;
        }

        @Override
        public void write(char[] characters, int from, int length) throws IOException {
            String text = held + new String(characters, from, length);
            boolean half = !text.isEmpty() && Character.isHighSurrogate(text.charAt(text.length() - 1));
            held = half ? text.substring(text.length() - 1) : "";
            out.write(VisibleText.of(half ? text.substring(0, text.length() - 1) : text));
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.write(VisibleText.of(held));
            held = "";
            out.close();
        }
    }
}
