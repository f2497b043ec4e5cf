package dev.handlens.scenario;

import dev.handlens.source.FileProblem;
import dev.handlens.source.InputFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// The text of an untrusted file, bounded and checked before the YAML parser sees it. The parser is quadratic in the length of a value on
/// one line, so the length of lines is bounded too.
final class FileText {
    static final int MOST_BYTES = 1 << 20;
    static final int LONGEST_LINE = 16 * 1024;
    private static final Place START = new Place(1, 1);
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private FileText() {}

    /// Reads the bytes of a file, at most one more than a scenario may have.
    static byte[] bytes(Path file) throws Mistake {
        try {
            return InputFile.read(file, MOST_BYTES + 1);
        } catch (NoSuchFileException e) {
            throw new Mistake(START, "there is no such file");
        } catch (IOException e) {
            throw new Mistake(START, "the file cannot be read (" + FileProblem.reason(e) + "); name a scenario file");
        }
    }

    /// Decodes and checks the bytes of a file.
    static String of(byte[] bytes) throws Mistake {
        if (bytes.length > MOST_BYTES) {
            throw tooLarge();
        }
        return check(decode(bytes));
    }

    /// Checks text against all limits and takes a byte order mark away.
    static String check(String text) throws Mistake {
        if (text.length() > MOST_BYTES) {
            throw tooLarge();
        }
        String body = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        if (body.isBlank()) {
            throw new Mistake(START, "the file is empty; a scenario begins with 'handlens: 1'");
        }
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c == '\n') {
                line++;
                lineStart = i + 1;
            } else if (i - lineStart >= LONGEST_LINE) {
                throw new Mistake(new Place(line, LONGEST_LINE + 1), "the line is longer than 16,384 characters; break it");
            } else if (isBinary(c)) {
                Place place = new Place(line, body.codePointCount(lineStart, i) + 1);
                throw new Mistake(place, "this is not a text file: it has the character U+%04X".formatted((int) c));
            }
        }
        return body;
    }

    private static boolean isBinary(char c) {
        return c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == '\u007F' || c >= '\u0080' && c < '\u00A0' && c != '\u0085'
                || c == BYTE_ORDER_MARK || c == '\uFFFE' || c == '\uFFFF';
    }

    private static Mistake tooLarge() {
        return new Mistake(START, "the file is larger than 1 MiB, the most a scenario may have; use 'repeat' for steps that repeat");
    }

    private static String decode(byte[] bytes) throws Mistake {
        CharsetDecoder decoder =
                StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CharBuffer output = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(input, output, true);
        output.flip();
        String text = output.toString();
        if (result.isError()) {
            int lineStart = text.lastIndexOf('\n') + 1;
            int line = (int) text.chars().filter(c -> c == '\n').count() + 1;
            Place place = new Place(line, text.codePointCount(lineStart, text.length()) + 1);
            throw new Mistake(place,
                    "this is not UTF-8: it has the byte 0x%02X here; save the file as UTF-8".formatted(bytes[input.position()] & 0xFF));
        }
        return text;
    }
}
