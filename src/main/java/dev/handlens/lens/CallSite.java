package dev.handlens.lens;

import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.scenario.Machine;
import dev.handlens.scenario.Scenario;
import dev.handlens.timeline.History;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A place of a program that opens handles of one type: all steps whose innermost own frame, process and type are the same.
final class CallSite {
    private static final List<String> TYPES_BY_SERVICE = List.of(
            "filemapping=Section", "section=Section", "file=File", "key=Key", "event=Event", "semaphore=Semaphore", "mutex=Mutant",
                    "mutant=Mutant",
            "waitabletimer=Timer", "timer=Timer", "process=Process", "thread=Thread", "directory=Directory", "symboliclink=SymbolicLink");

    private final int pid;
    private final String type;
    private final Scenario.Call call;
    private final List<Scenario.Step> steps = new ArrayList<>();
    private final List<OpenSite> open = new ArrayList<>();
    private long openedCount;
    private long closedCount;
    private long closedByExitCount;
    private long heldCount;

    private CallSite(int pid, String type, Scenario.Call call) {
        this.pid = pid;
        this.type = type;
        this.call = call;
    }

    /// All call sites of a run so far, in the order of the file.
    static List<CallSite> of(Machine machine) {
        OpenSite[] open = OpenSite.readAll(machine);
        Map<String, String> types = new LinkedHashMap<>();
        for (Machine.SiteCount count : machine.sites()) {
            OpenSite seen = open[count.step().id()];
            if (seen != null) {
                types.putIfAbsent(seen.pid() + " " + placeOf(count.step()), seen.type().typeName());
            }
        }
        Map<String, CallSite> sites = new LinkedHashMap<>();
        for (Machine.SiteCount count : machine.sites()) {
            Scenario.Call call = count.step().call();
            OpenSite seen = open[count.step().id()];
            int pid = seen == null ? machine.pid(call.in()) : seen.pid();
            String place = pid + " " + placeOf(count.step());
            String type = seen == null ? typeOf(call.service()) : seen.type().typeName();
            // Of a table with millions of handles only the first are read. What the others are is known from those of the same place.
            String known = type.isEmpty() ? types.getOrDefault(place, "") : type;
            sites.computeIfAbsent(known + " " + place, _ -> new CallSite(pid, known, call)).add(machine, count, seen);
        }
        return List.copyOf(sites.values());
    }

    private static String placeOf(Scenario.Step step) {
        return step.call().stack().isEmpty() ? "step " + step.id() : CallSites.site(step.call().stack());
    }

    /// The type that a service makes handles to, by its name; empty when the name does not tell.
    private static String typeOf(String service) {
        String name = service.toLowerCase(Locale.ROOT);
        for (String entry : TYPES_BY_SERVICE) {
            int end = entry.indexOf('=');
            if (name.contains(entry.substring(0, end))) {
                return entry.substring(end + 1);
            }
        }
        return "";
    }

    private void add(Machine machine, Machine.SiteCount count, OpenSite seen) {
        steps.add(count.step());
        openedCount += count.opened();
        closedCount += count.closed();
        closedByExitCount += count.closedByExit();
        heldCount += count.open() == 0 ? 0 : machine.held(count.step().id());
        if (seen != null) {
            open.add(seen);
        }
    }

    int pid() {
        return pid;
    }

    /// Type name of its objects; empty when no handle is open and the service does not tell.
    String type() {
        return type;
    }

    Scenario.Call call() {
        return call;
    }

    long opened() {
        return openedCount;
    }

    long closed() {
        return closedCount;
    }

    long closedByExit() {
        return closedByExitCount;
    }

    long open() {
        return openedCount - closedCount - closedByExitCount;
    }

    /// Open handles that no variable holds.
    long lost() {
        return Math.max(0, open() - heldCount);
    }

    /// Returns whether a step is one of those that open handles here.
    boolean opensAt(Scenario.Step step) {
        return steps.stream().anyMatch(own -> own.id() == step.id());
    }

    /// Returns line and column of its step in the scenario file, such as `57:9`; empty when its calls have a stack.
    String line() {
        return call.stack().isEmpty() ? steps.getFirst().place().line() + ":" + steps.getFirst().place().column() : "";
    }

    /// Its open handles at a sample.
    long open(History.Sample sample) {
        long sum = 0;
        for (Scenario.Step step : steps) {
            sum += step.id() < sample.sites().length ? sample.sites()[step.id()] : 0;
        }
        return sum;
    }

    /// The lowest open values, a few.
    List<Long> values() {
        return open.stream().flatMap(site -> site.values().stream()).sorted().limit(8).toList();
    }

    /// Bytes of the objects that would go if all its open handles were closed.
    long objectBytes(Machine machine) {
        int[] objects = open.size() == 1 ? open.getFirst().objects() : open.stream().flatMapToInt(site -> Arrays.stream(site.objects())).toArray();
        Arrays.sort(objects);
        long bytes = 0;
        for (int from = 0, to; from < objects.length; from = to) {
            to = from;
            while (to < objects.length && objects[to] == objects[from]) {
                to++;
            }
            KObject object = machine.kernel().object(objects[from]);
            bytes += object.handleCount() == to - from ? object.blockBytes() : 0;
        }
        return objects.length == 0 ? 0 : bytes * open() / objects.length;
    }

    /// The type, or null when it is not known.
    ObjectType objectType() {
        return open.isEmpty() ? null : open.getFirst().type();
    }

    /// The place in words: the function with offset, or the service when there is no stack.
    String place() {
        return call.stack().isEmpty() ? call.service() : CallSites.site(call.stack());
    }
}
