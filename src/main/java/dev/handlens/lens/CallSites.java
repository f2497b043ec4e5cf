package dev.handlens.lens;

import dev.handlens.scenario.Program;
import dev.handlens.scenario.Scenario;
import java.util.List;
import java.util.Locale;

/// Where a program called from.
final class CallSites {
    /// Modules of the system: whoever called them is to be named.
    private static final List<String> SYSTEM_MODULES = List.of("ntdll", "kernel32", "kernelbase", "advapi32", "user32", "gdi32", "msvcrt",
            "ucrtbase", "ws2_32", "nt", "ntoskrnl", "hal");

    private CallSites() {}

    /// The call stack of the step that leads to a position, innermost frame first; empty when the scenario gives none.
    static List<String> stack(Program program, long position) {
        Scenario.Call call = position == 0 ? null : program.step(position).call();
        return call == null ? List.of() : call.stack();
    }

    /// The innermost frame that is not the system's, or the innermost one of all; empty without a stack.
    static String site(List<String> stack) {
        return stack.stream().filter(frame -> !SYSTEM_MODULES.contains(module(frame))).findFirst()
                .orElse(stack.isEmpty() ? "" : stack.getFirst());
    }

    /// Where the step that leads to a position called from, such as `server!OnRequest+0x41`; without a stack the service that was called.
    static String place(Program program, long position) {
        Scenario.Call call = position == 0 ? null : program.step(position).call();
        if (call == null) {
            return "before the first step";
        }
        return call.stack().isEmpty() ? call.service() : site(call.stack());
    }

    /// A frame without its offset, such as `server!OnRequest`.
    static String function(String frame) {
        int offset = frame.lastIndexOf("+0x");
        return offset < 0 ? frame : frame.substring(0, offset);
    }

    private static String module(String frame) {
        int end = frame.indexOf('!');
        return (end < 0 ? frame : frame.substring(0, end)).toLowerCase(Locale.ROOT);
    }
}
