package dev.handlens.lens;

import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.scenario.Machine;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds an open handle by its value: in the process whose handles are listed, else in the first other one that has it.
public final class HandleFinder {
    private static final Pattern VALUE = Pattern.compile("(0x)?([0-9a-f]{1,16})(h)?");

    private HandleFinder() {}

    /// What was found.
    ///
    /// @param key the handle, or null for none
    /// @param notice what is to be said about it; may be empty
    public record Found(HandleKey key, String notice) {}

    /// Finds a handle.
    ///
    /// @param words the value as a person writes it: `0x3FFFFFC` or `3FFFFFCh`, or the digits alone, which are hexadecimal too
    public static Found find(Machine machine, View view, String words) {
        Matcher matcher = VALUE.matcher(words.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return new Found(null, "A handle has a value such as 0x1C. To find words, use the filter (Ctrl+F).");
        }
        long value = Long.parseUnsignedLong(matcher.group(2), 16) & ~3L;
        ProcessObject listed = machine.kernel().process(view.pid());
        HandleKey here = listed == null ? null : key(listed, value);
        if (here != null) {
            return new Found(here, "");
        }
        for (ProcessObject process : machine.kernel().processes()) {
            HandleKey there = key(process, value);
            if (there != null) {
                return new Found(there, listed == null ? "" : Words.hex(value) + " is not open in " + listed.imageName() + "; this is "
                        + process.imageName() + "'s.");
            }
        }
        return new Found(null, "No process has a handle " + Words.hex(value) + " open.");
    }

    private static HandleKey key(ProcessObject process, long value) {
        HandleEntry entry = process.table() == null ? null : process.table().entry(value);
        return entry == null ? null : new HandleKey(process.pid(), value, entry.stamp());
    }
}
