package dev.handlens.lens;

import dev.handlens.scenario.Program;
import dev.handlens.scenario.Scenario;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Where a program called from.
final class CallSites {
    /// Modules of the operating system and of language runtimes, in lower case and without `.dll`, `.exe` and `.sys`. A frame in one of
    /// them is never the program's own.
    private static final Set<String> SYSTEM_MODULES = Set.of(
            // The kernel, and the parts of it that a kernel stack goes through.
            "nt", "ntoskrnl", "ntkrnlmp", "ntkrnlpa", "ntkrpamp", "hal", "win32k", "win32kbase", "win32kfull",
            // System calls, and the subsystem that runs 32-bit programs.
            "ntdll", "win32u", "wow64", "wow64cpu", "wow64win",
            // The Win32 API.
            "kernel32", "kernelbase", "user32", "gdi32", "gdi32full", "advapi32", "sechost", "ws2_32", "mswsock", "rpcrt4", "ole32", "combase",
            // C and C++ runtimes; see also RUNTIME_PREFIXES.
            "msvcrt", "ucrtbase", "ucrtbased",
            // .NET.
            "clr", "clrjit", "coreclr", "mscoree", "mscoreei", "mscorwks", "mscorlib", "mscorlib.ni", "system.private.corelib", "hostfxr", "hostpolicy",
            // Java.
            "jvm", "java");

    /// Runtimes whose names end in a version, such as `vcruntime140`.
    private static final List<String> RUNTIME_PREFIXES = List.of("vcruntime", "msvcp", "msvcr1", "concrt");

    private static final Pattern FILE_TYPE = Pattern.compile("\\.(dll|exe|sys)$");

    private static final String LINE = ", line ";

    private CallSites() {}

    /// The call stack of the step that leads to a position, innermost frame first; empty when the scenario gives none.
    static List<String> stack(Program program, long position) {
        Scenario.Call call = position == 0 ? null : program.step(position).call();
        return call == null ? List.of() : call.stack();
    }

    /// Returns the program's own frame: the innermost frame outside the modules of system and runtimes, or the innermost one of all if there
    /// is no other; empty without a stack.
    static String site(List<String> stack) {
        return stack.stream().filter(frame -> !isSystem(frame)).findFirst().orElse(stack.isEmpty() ? "" : stack.getFirst());
    }

    /// Returns the module of a frame as it is written there, such as `server`; the whole frame if it names no module.
    static String module(String frame) {
        int end = frame.indexOf('!');
        return end < 0 ? frame : frame.substring(0, end);
    }

    /// Returns where the step that leads to a position called from, see [#place(Scenario.Step)].
    static String place(Program program, long position) {
        Scenario.Call call = position == 0 ? null : program.step(position).call();
        if (call == null) {
            return "before the first step";
        }
        return place(program.step(position));
    }

    /// Returns where a step calls from: the program's own frame of its stack, such as `server!OnRequest+0x41`. Without a stack it is the
    /// service, and for a step that stands alone its place in the scenario file too, such as `CreateEvent, line 57:9`.
    static String place(Scenario.Step step) {
        Scenario.Call call = step.call();
        if (!call.stack().isEmpty()) {
            return site(call.stack());
        }
        return Program.standsAlone(step) ? call.service() + LINE + step.place().line() + ":" + step.place().column() : call.service();
    }

    /// Returns a place without offset or line, such as `server!OnRequest`.
    static String function(String place) {
        int end = place.lastIndexOf(place.contains(LINE) ? LINE : "+0x");
        return end < 0 ? place : place.substring(0, end);
    }

    private static boolean isSystem(String frame) {
        String module = FILE_TYPE.matcher(module(frame).toLowerCase(Locale.ROOT)).replaceFirst("");
        return SYSTEM_MODULES.contains(module) || RUNTIME_PREFIXES.stream().anyMatch(module::startsWith);
    }
}
