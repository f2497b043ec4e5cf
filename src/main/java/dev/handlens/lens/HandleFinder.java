package dev.handlens.lens;

import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ps.ProcessObject;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds a handle by its value: an open one in the process whose handles are listed, else in the first other process that has it open, else
/// the last one that the listed process closed in the highlighted time.
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
    static Found find(Sight sight, String words) {
        Matcher matcher = VALUE.matcher(words.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return new Found(null, "A handle has a value such as 0x1C. To find words, use the filter (Ctrl+F).");
        }
        long value = Long.parseUnsignedLong(matcher.group(2), 16) & ~3L;
        int pid = sight.view().pid();
        ProcessObject listed = sight.kernel().process(pid);
        HandleKey here = listed == null ? null : key(listed, value);
        if (here != null) {
            return new Found(here, hidden(sight, here));
        }
        for (ProcessObject process : sight.kernel().processes()) {
            HandleKey there = key(process, value);
            if (there != null) {
                String elsewhere = listed == null ? "" : Words.hex(value) + " is not open in " + listed.imageName() + "; this is "
                        + process.imageName() + "'s.";
                return new Found(there, (elsewhere + " " + hidden(sight, there)).strip());
            }
        }
        return sight.changes().closedHandles(pid).stream().filter(closed -> closed.entry().handle() == value)
                .reduce((_, later) -> later)
                .map(closed -> closed(sight, new HandleKey(pid, value, closed.entry().stamp())))
                .orElse(new Found(null, "No process has a handle " + Words.hex(value) + " open."));
    }

    private static Found closed(Sight sight, HandleKey key) {
        String hidden = hidden(sight, key);
        return new Found(key, hidden.isEmpty() ? Words.hex(key.value()) + " is closed; this was the last handle with the value." : hidden);
    }

    /// Says that a handle is not in the list of its process, and why; empty when it is there.
    private static String hidden(Sight sight, HandleKey key) {
        HandleRows rows = new HandleRows(sight, key.pid(), Naming.process(sight.kernel(), key.pid()));
        HiddenHandle hidden = HiddenHandle.of(sight, rows, HandleFilter.of(sight.view().filter()).rows(), key);
        return hidden == null ? "" : "Found " + Words.hex(key.value()) + ", but it is hidden: " + hidden.why() + ".";
    }

    private static HandleKey key(ProcessObject process, long value) {
        HandleEntry entry = process.table() == null ? null : process.table().entry(value);
        return entry == null ? null : new HandleKey(process.pid(), value, entry.stamp());
    }
}
