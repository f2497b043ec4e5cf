package dev.handlens.lens;

import dev.handlens.kernel.ex.PoolKind;
import java.util.List;
import java.util.stream.Collectors;

/// What the run has found so far.
///
/// @param leaks leak suspects, the worst first
/// @param misuses misuse, the latest first
/// @param cleared call sites that look busy and are not suspects, with the reason
/// @param suspected the same suspects in the same order in short, known without making a single one of `leaks`
public record FindingsFrame(List<LeakSuspect> leaks, List<Misuse> misuses, List<String> cleared, List<Suspected> suspected) {
    /// Findings that are all made.
    public FindingsFrame(List<LeakSuspect> leaks, List<Misuse> misuses, List<String> cleared) {
        this(leaks, misuses, cleared, leaks.stream().map(leak -> new Suspected(leak.id(), leak.process(), leak.open())).toList());
    }

    /// A leak suspect in short.
    ///
    /// @param id which one it is
    /// @param process image name
    /// @param open handles open now
    public record Suspected(SuspectId id, String process, long open) {}

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
    /// @param rate how fast it has grown lately
    /// @param pools pool bytes held, by tag
    /// @param runsOut which limit it hits and when, in words; empty when it does not grow
    /// @param values the first few handle values, for small leaks
    public record LeakSuspect(
            String sentence, String process, int pid, String type, long open, long opened, long closed, long lost,
            String site, List<String> stack, double[] trend, RecentRate rate, List<PoolUse> pools, String runsOut,
            List<Long> values) {
        /// Returns what tells this suspect from every other one of the run, at any position.
        public SuspectId id() {
            return new SuspectId(pid, type, site);
        }

        /// Returns the pool bytes held, in words, such as `nonpaged Even 226 KB, paged Obtb 40 KB`.
        public String holds() {
            return pools.stream().map(use -> use.kindWord() + " " + use.tag() + " " + use.size()).collect(Collectors.joining(", "));
        }
    }

    /// Pool that the handles of a suspect hold.
    ///
    /// @param kind which pool
    /// @param tag four characters, such as `Obtb`; without the blanks that fill a shorter one
    /// @param bytes bytes held
    public record PoolUse(PoolKind kind, String tag, long bytes) {
        /// Returns the pool in one word.
        public String kindWord() {
            return kind == PoolKind.PAGED ? "paged" : "nonpaged";
        }

        /// Returns the amount in words, such as `226 KB`.
        public String size() {
            return Words.bytes(bytes);
        }
    }

    /// A mistake that a simulated program or driver made.
    ///
    /// @param kind short name in words, such as `Double close`
    /// @param stop the verifier's stop code for it, such as `AppVerifier 300` or `0x93`; may be empty
    /// @param sentence what happened
    /// @param position the step
    /// @param pid the process
    public record Misuse(String kind, String stop, String sentence, long position, int pid) {}
}
