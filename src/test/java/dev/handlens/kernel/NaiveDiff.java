package dev.handlens.kernel;

import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ex.Pool;
import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ps.ProcessObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// The difference of two kernels found by reading all of both: what `KernelDiff` must find by reading little.
final class NaiveDiff {
    private NaiveDiff() {}

    /// The difference in words, in the order of `KernelDiff`.
    static List<String> between(Kernel before, Kernel after) {
        List<String> lines = new ArrayList<>();
        Map<String, HandleEntry> handlesBefore = handles(before);
        Map<String, HandleEntry> handlesAfter = handles(after);
        handlesAfter.forEach((key, entry) -> {
            if (!isSame(handlesBefore.get(key), entry)) {
                lines.add("opened " + key.substring(0, 10) + entry);
            }
        });
        handlesBefore.forEach((key, entry) -> {
            if (!isSame(entry, handlesAfter.get(key))) {
                lines.add("closed " + key.substring(0, 10) + entry);
            }
        });
        handlesAfter.forEach((key, entry) -> {
            if (isSame(handlesBefore.get(key), entry) && !entry.equals(handlesBefore.get(key))) {
                lines.add("changed " + key.substring(0, 10) + entry);
            }
        });
        addObjects(before, after, lines);
        for (PoolKind kind : PoolKind.values()) {
            addPool(kind, before, after, lines);
        }
        return lines;
    }

    /// The same words for a difference that `KernelDiff` found.
    static List<String> words(KernelDiff diff) {
        List<String> lines = new ArrayList<>();
        diff.opened().forEach(handle -> lines.add("opened " + pid(handle.pid()) + handle.entry()));
        diff.closed().forEach(handle -> lines.add("closed " + pid(handle.pid()) + handle.entry()));
        diff.changed().forEach(handle -> lines.add("changed " + pid(handle.pid()) + handle.entry()));
        diff.born().forEach(object -> lines.add("born " + object.id()));
        diff.gone().forEach(object -> lines.add("gone " + object.id()));
        diff.counts().forEach(counts -> lines.add("counts " + counts(counts.before(), counts.after())));
        diff.pool().forEach(change -> lines.add("pool " + change));
        return lines;
    }

    private static boolean isSame(HandleEntry before, HandleEntry after) {
        return before != null && after != null && before.stamp() == after.stamp() && before.generation() == after.generation();
    }

    private static String pid(int pid) {
        return "%09d ".formatted(pid);
    }

    private static Map<String, HandleEntry> handles(Kernel kernel) {
        Map<String, HandleEntry> handles = new TreeMap<>();
        for (ProcessObject process : kernel.processes()) {
            if (process.table() != null) {
                process.table().forEach((handle, first, second) ->
                        handles.put(pid(process.pid()) + "%09d %09d".formatted(process.id(), handle),
                                HandleEntry.of(handle, first, second)));
            }
        }
        return handles;
    }

    private static void addObjects(Kernel before, Kernel after, List<String> lines) {
        Map<Integer, KObject> then = new TreeMap<>();
        Map<Integer, KObject> now = new TreeMap<>();
        before.objects().forEach(object -> then.put(object.id(), object));
        after.objects().forEach(object -> now.put(object.id(), object));
        now.keySet().stream().filter(id -> !then.containsKey(id)).forEach(id -> lines.add("born " + id));
        then.keySet().stream().filter(id -> !now.containsKey(id)).forEach(id -> lines.add("gone " + id));
        now.forEach((id, object) -> {
            KObject old = then.get(id);
            if (old != null && (old.handleCount() != object.handleCount() || old.pointerCount() != object.pointerCount())) {
                lines.add("counts " + counts(old, object));
            }
        });
    }

    private static String counts(KObject before, KObject after) {
        return before.id() + " " + before.handleCount() + "/" + before.pointerCount() + " " + after.handleCount() + "/"
                + after.pointerCount();
    }

    private static void addPool(PoolKind kind, Kernel before, Kernel after, List<String> lines) {
        Map<String, Pool.TagUse> then = new TreeMap<>();
        Map<String, Pool.TagUse> now = new TreeMap<>();
        before.pool().tags(kind).forEach(use -> then.put(use.tag(), use));
        after.pool().tags(kind).forEach(use -> now.put(use.tag(), use));
        TreeSet<String> tags = new TreeSet<>(then.keySet());
        tags.addAll(now.keySet());
        for (String tag : tags) {
            Pool.TagUse a = then.getOrDefault(tag, new Pool.TagUse(tag, kind, 0, 0, 0));
            Pool.TagUse b = now.getOrDefault(tag, new Pool.TagUse(tag, kind, 0, 0, 0));
            if (!a.equals(b)) {
                lines.add("pool "
                        + new KernelDiff.PoolChange(kind, tag, a.bytes(), b.bytes(), a.allocs() - a.frees(), b.allocs() - b.frees()));
            }
        }
    }
}
