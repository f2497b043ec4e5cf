package dev.handlens.source;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/// Names what a file is by what it begins with, for messages about files that cannot be opened.
public final class FileKind {
    /// Bytes that are looked at.
    private static final int HEAD = 1 << 16;
    private static final int UTF_16_BIG_ENDIAN = 0xFEFF;
    private static final int UTF_16_LITTLE_ENDIAN = 0xFFFE;

    /// A kind of file.
    ///
    /// @param name with its article, such as `a WinDbg log`
    /// @param mark what its head contains
    private record Kind(String name, Pattern mark) {}

    /// Kinds that begin with fixed bytes, as Latin-1.
    private static final List<Kind> BINARY = List.of(
            kind("a PNG picture", "\\A\u0089PNG"), kind("a JPEG picture", "\\A\u00FF\u00D8\u00FF"), kind("a PDF document", "\\A%PDF-"),
            kind("a gzip archive", "\\A\u001F\u008B"), kind("an xz archive", "\\A\u00FD7zXZ"), kind("a zstd archive", "\\A\\(\u00B5/\u00FD"),
            kind("a zip archive", "\\APK\u0003\u0004"), kind("a program (ELF)", "\\A\u007FELF"), kind("a program (Windows)", "\\AMZ.{2}[\\s\\S]*\u0000"),
            kind("a Java class", "\\A\u00CA\u00FE\u00BA\u00BE"), kind("an event trace (ETL)", "\\A[\\s\\S]{0,64}\u0000[\\s\\S]*NT Kernel Logger"),
            kind("a memory dump", "\\A(PAGEDU|MDMP)"));

    /// Kinds of text, the more particular first. The marks are matched against text of strangers: none may take more than linear time, so
    /// that blanks in the middle are written `[ \t]`, which ends with the line.
    private static final List<Kind> TEXT = List.of(
            line("a WinDbg log (!htrace)", "(> )?Handle = 0x[0-9a-fA-F]+ - (OPEN|CLOSE|BADREF)"),
            line("a WinDbg log (!htrace)", "(\\d+:\\d+> ?)?!htrace\\b"),
            line("a WinDbg log (!handle)", "(\\d+:\\d+> ?)?!handle\\b"),
            line("a WinDbg log (!handle)", "Handle [0-9a-fA-F]+[ \\t]*\\R[ \\t]+Type\\b"),
            line("a WinDbg log (!handle)", "[0-9,]+ Handles[ \\t]*\\R[ \\t]*Type[ \\t]+Count"),
            line("a WinDbg log (!process)", "PROCESS [0-9a-fA-F]{8,16}[ \\t]+SessionId"),
            line("a WinDbg log (!poolused)", "[ \\t]*Pool Used:|.*pooltag '.{1,4}', please update pooltag"),
            line("a Wine log", "[0-9a-f]{4,}:(trace|warn|err|fixme|Call|Ret)[: ]"),
            line("a Wine server log", "[0-9a-f]{4,}: (create|open|close|dup|init|get|new)_?\\w*\\("),
            line("an strace log", "(\\[pid +\\d+\\] |\\d+ +)?([\\d:.]+ +)?[a-z_0-9]+\\(.*\\) += (-?\\d+|\\?|0x)"),
            line("output of handle.exe", "(Nthandle|Handle) v\\d|\\S.* pid: \\d+ .*"),
            line("output of handle.exe", "Handle type summary:"),
            line("output of lsof", "COMMAND +PID\\b"),
            line("a listing of /proc/PID/fd", "l[rwx-]{9}.* -> "),
            line("a PoolMon screen", ".*\\bTag +Type +Allocs\\b"),
            line("a PoolMon screen", " ?\\S{1,4} +(Paged|Nonp) +\\d+ *\\("),
            kind("an Application Verifier log", "<avrf:logfile"),
            line("a Dr. Memory report", "(~~Dr\\.M~~ )?Dr\\. Memory"),
            kind("ETW events as XML", "<Event\\b[^>]{0,500}(MSec|xmlns)="),
            kind("a performance counter log (CSV)", "\\A\\W*\\(PDH-[CT]SV"),
            line("output of Get-Process", "Handles +(NPM|VM)"),
            kind("a web page", "(?i)\\A\\s*<(!doctype html|html)"), kind("an XML file", "\\A\\s*<\\?xml"),
            kind("a JSON file", "\\A\\s*[\\[{]\\s*([\"\\[{\\]}]|\\d)"), kind("a script", "\\A#!"), kind("a patch", "\\A(diff --git|--- \\S)"),
            line("C or C++ source", "#include [<\"]"), line("Java source", "(package|import) [a-z][\\w.]*;"));

    private FileKind() {}

    private static Kind kind(String name, String mark) {
        return new Kind(name, Pattern.compile(mark));
    }

    private static Kind line(String name, String mark) {
        return new Kind(name, Pattern.compile("^(?:" + mark + ")", Pattern.MULTILINE));
    }

    /// Returns what a file is, with its article; `binary data` or `text` when it is none of the kinds known here.
    public static String of(byte[] bytes) {
        String latin = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        for (Kind kind : BINARY) {
            if (kind.mark().matcher(latin).find()) {
                return kind.name();
            }
        }
        String text = head(bytes);
        for (Kind kind : TEXT) {
            if (kind.mark().matcher(text).find()) {
                return kind.name();
            }
        }
        return text.indexOf('\u0000') >= 0 ? "binary data" : "text";
    }

    /// Returns the head of a file as text: UTF-16 when it has the mark of it, else UTF-8; what cannot be decoded is replaced.
    public static String head(byte[] bytes) {
        ByteBuffer head = ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, HEAD));
        int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        Charset charset = mark == UTF_16_BIG_ENDIAN || mark == UTF_16_LITTLE_ENDIAN ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        String text = charset.decode(head).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
