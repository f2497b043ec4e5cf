package dev.handlens.lens;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What the run has found so far.
///
/// @param leaks leak suspects, the worst first
/// @param misuses misuse, the latest first
/// @param cleared call sites that look busy and are not suspects, with the reason
/// @param suspected open handles of the leak suspects by process; known without making a single suspect
public record FindingsFrame(List<LeakSuspect> leaks, List<Misuse> misuses, List<String> cleared, Map<Integer, Long> suspected) {
    /// Findings that are all made.
    public FindingsFrame(List<LeakSuspect> leaks, List<Misuse> misuses, List<String> cleared) {
        this(leaks, misuses, cleared, leaks.stream()
                .collect(Collectors.groupingBy(LeakSuspect::pid, LinkedHashMap::new, Collectors.summingLong(LeakSuspect::open))));
    }

    /// Handles of one type, opened at one place by one process, that nobody closes.
    ///
    /// @param sentence in plain words, such as `Events opened in server!OnRequest are never closed`
    /// @param process image name
    /// @param pid its id
    /// @param type type of the objects
    /// @param open handles open now
    /// @param opened handles ever opened there
    /// @param closed of those, closed by the program
    /// @param lost of those open, how many no variable of the program holds any more
    /// @param site innermost frame that is the program's own, such as `server!OnRequest+0x41`
    /// @param stack the whole stack, innermost first
    /// @param trend open handles of this place over the run, oldest first
    /// @param ratePerSecond growth, handles per simulated second
    /// @param holds pool bytes held, in words, such as `nonpaged Even 226 KB, paged Obtb 40 KB`
    /// @param runsOut which limit it hits and when, in words; empty when it does not grow
    /// @param values the first few handle values, for small leaks
    public record LeakSuspect(
            String sentence, String process, int pid, String type, long open, long opened, long closed, long lost,
            String site, List<String> stack, double[] trend, double ratePerSecond, String holds, String runsOut, List<Long> values) {}

    /// A mistake that a simulated program or driver made.
    ///
    /// @param kind short name in words, such as `Double close`
    /// @param stop the verifier's stop code for it, such as `AppVerifier 300` or `0x93`; may be empty
    /// @param sentence what happened
    /// @param position the step
    /// @param pid the process
    public record Misuse(String kind, String stop, String sentence, long position, int pid) {}
}
