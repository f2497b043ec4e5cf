package dev.handlens.lens;

import dev.handlens.kernel.Architecture;
import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.ps.HandleTrace;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.scenario.Machine;
import dev.handlens.scenario.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/// What handle tracing of a process recorded, as the debugger's `!htrace` prints it.
public final class HandleTraceText {
    private static final String SEPARATOR = "--------------------------------------\n";
    private static final String ENABLED = "Handle tracing enabled.";
    private static final String DISABLED = "Handle tracing disabled.";
    private static final String SNAPSHOT = "Handle tracing information snapshot successfully taken.";
    private static final String OFF = "Handle tracing is not enabled for this process.\n";

    private final Program program;
    private final int digits;
    private StringBuilder text = new StringBuilder();

    HandleTraceText(Program program, Architecture architecture) {
        this.program = program;
        digits = architecture == Architecture.X64 ? 16 : 8;
    }

    private HandleTraceText(Machine machine) {
        this(machine.program(), machine.kernel().machine().architecture());
    }

    /// What `!htrace` prints: the records since the last snapshot, the newest first.
    public static String list(Machine machine, int pid) {
        HandleTrace trace = trace(machine, pid);
        return trace == null ? OFF : new HandleTraceText(machine).list(sinceSnapshot(trace));
    }

    /// Records since the last snapshot, or since tracing began, the newest first.
    static List<HandleTrace.Record> sinceSnapshot(HandleTrace trace) {
        return trace.newestFirst().stream().filter(record -> isRecent(record, trace.snapshot())).toList();
    }

    /// What `!htrace -diff` prints: handles that were opened since a snapshot and are still open.
    ///
    /// @param snapshot position of the snapshot; 0 for the one that switching tracing on takes
    public static String diff(Machine machine, int pid, long snapshot) {
        HandleTrace trace = trace(machine, pid);
        return trace == null ? OFF : new HandleTraceText(machine).difference(trace.newestFirst(), snapshot);
    }

    /// What `!htrace` replies when it changes the tracing of a process: with `-enable`, `-snapshot` or `-disable`.
    ///
    /// @param before what was traced before, or null while tracing was off
    /// @param after what is traced after it
    /// @return its lines; none when nothing changed
    static List<String> reply(HandleTrace before, HandleTrace after) {
        if (after == null) {
            return before == null ? List.of() : List.of(DISABLED);
        }
        if (before == null) {
            return List.of(ENABLED, SNAPSHOT);
        }
        return before.snapshot() == after.snapshot() ? List.of() : List.of(SNAPSHOT);
    }

    private static HandleTrace trace(Machine machine, int pid) {
        ProcessObject process = machine.kernel().process(pid);
        return process == null ? null : process.trace();
    }

    String list(List<HandleTrace.Record> records) {
        text = new StringBuilder();
        records.forEach(this::block);
        text.append(SEPARATOR);
        text.append("Parsed 0x").append(Integer.toHexString(records.size())).append(" stack traces.\n");
        text.append("Dumped 0x").append(Integer.toHexString(records.size())).append(" stack traces.\n");
        return text.toString();
    }

    /// Records of handles that were opened after a snapshot and are still open, the newest first.
    ///
    /// @param records the newest first
    /// @param snapshot position of the snapshot; 0 for the one that switching tracing on takes
    static List<HandleTrace.Record> outstanding(List<HandleTrace.Record> records, long snapshot) {
        List<HandleTrace.Record> outstanding = new ArrayList<>();
        TreeSet<Long> closed = new TreeSet<>();
        for (HandleTrace.Record record : records) {
            if (isRecent(record, snapshot)) {
                switch (record.operation()) {
                    case CLOSE -> closed.add(record.handle());
                    case OPEN -> {
                        // Newest first: the close of this open, if there was one, has been met.
                        if (!closed.remove(record.handle())) {
                            outstanding.add(record);
                        }
                    }
                    case BAD_REFERENCE -> {
                        // It opened nothing.
                    }
                }
            }
        }
        return outstanding;
    }

    private static boolean isRecent(HandleTrace.Record record, long snapshot) {
        return record.stamp() > snapshot || snapshot == 0;
    }

    String difference(List<HandleTrace.Record> records, long snapshot) {
        text = new StringBuilder();
        List<HandleTrace.Record> outstanding = outstanding(records, snapshot);
        long recent = records.stream().filter(record -> isRecent(record, snapshot)).count();
        text.append("Handle tracing information snapshot successfully taken.\n");
        text.append("0x").append(Long.toHexString(recent)).append(" new stack traces since the previous snapshot.\n");
        if (recent > 0) {
            text.append("Ignoring handles that were already closed...\n");
        }
        if (outstanding.isEmpty()) {
            return text.append("No outstanding handles opened since the previous snapshot were detected.\n").toString();
        }
        text.append("Outstanding handles opened since the previous snapshot:\n");
        outstanding.forEach(this::block);
        return text.append(SEPARATOR).append("Displayed 0x").append(Integer.toHexString(outstanding.size()))
                .append(" stack traces for outstanding handles opened since the previous snapshot.\n").toString();
    }

    private void block(HandleTrace.Record record) {
        String operation = switch (record.operation()) {
            case OPEN -> "OPEN";
            case CLOSE -> "CLOSE";
            case BAD_REFERENCE -> "BAD REF";
        };
        text.append(SEPARATOR);
        text.append("Handle = ").append(padded(record.handle())).append(" - ").append(operation).append('\n');
        text.append("Thread ID = ").append(padded(record.tid())).append(", Process ID = ").append(padded(record.pid())).append("\n\n");
        for (String frame : CallSites.stack(program, record.stamp())) {
            frame(frame);
        }
    }

    private void frame(String frame) {
        String function = CallSites.function(frame);
        long offset = function.length() == frame.length() ? 0 : Long.parseLong(frame.substring(function.length() + 3), 16);
        text.append(padded(address(function) + offset)).append(": ").append(function).append('+').append(padded(offset)).append('\n');
    }

    /// An address for a function, the same in every run: modules lie 1 MB apart in the upper half of 2 GB, functions 256 bytes apart.
    private static long address(String function) {
        int end = function.indexOf('!');
        String module = end < 0 ? "" : function.substring(0, end).toLowerCase(Locale.ROOT);
        return 0x7000_0000L + (mix(module) & 0xFF) * 0x10_0000L + 0x1000 + (mix(function) & 0xEFF) * 0x100L;
    }

    /// FNV-1a over the characters of a name.
    private static int mix(String name) {
        int hash = 0x811C9DC5;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x01000193;
        }
        return hash ^ hash >>> 15;
    }

    private String padded(long number) {
        String hex = Long.toHexString(digits == 8 ? number & 0xFFFF_FFFFL : number);
        return "0x" + "0".repeat(Math.max(0, digits - hex.length())) + hex;
    }
}
