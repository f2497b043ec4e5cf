package dev.handlens.lens;

import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.scenario.Machine;
import dev.handlens.scenario.Program;
import dev.handlens.scenario.Scenario;
import dev.handlens.scenario.SiteCounts;
import dev.handlens.timeline.History;
import dev.handlens.timeline.SiteHistory;
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
    private final String place;
    private final Scenario.Call call;
    private final List<SiteCounts.Site> members = new ArrayList<>(1);
    private long openedCount;
    private long closedCount;
    private long closedByExitCount;
    private long heldCount;

    /// What tells call sites apart.
    private record Key(String type, int pid, String place) {}

    private CallSite(Key key, Scenario.Step step) {
        pid = key.pid();
        type = key.type();
        place = key.place();
        call = step.call();
    }

    /// Returns all call sites of a run so far, in the order of the file.
    static List<CallSite> of(Machine machine, PlaceNames places) {
        Program program = machine.program();
        List<SiteCounts.Site> counted = machine.sites();
        Map<Key, CallSite> sites = new LinkedHashMap<>();
        Map<Key, String> types = null;
        for (SiteCounts.Site site : counted) {
            Scenario.Step step = program.listed(site.step());
            String place = places.of(program, step);
            boolean open = site.open() > 0;
            int pid = open ? site.pid() : machine.pid(step.call().in());
            String own = open ? site.type().typeName() : typeOf(step.call().service());
            String type = own;
            if (own.isEmpty()) {
                // When nothing is open and the service does not tell the type, what is open that was opened at the same place does.
                types = types == null ? openTypes(program, counted, places) : types;
                type = types.getOrDefault(new Key("", pid, place), "");
            }
            sites.computeIfAbsent(new Key(type, pid, place), key -> new CallSite(key, step)).add(site);
        }
        return List.copyOf(sites.values());
    }

    /// Returns the types of what is open, by process and place.
    private static Map<Key, String> openTypes(Program program, List<SiteCounts.Site> counted, PlaceNames places) {
        Map<Key, String> types = new LinkedHashMap<>();
        for (SiteCounts.Site site : counted) {
            if (site.open() > 0) {
                Scenario.Step step = program.listed(site.step());
                types.putIfAbsent(new Key("", site.pid(), places.of(program, step)), site.type().typeName());
            }
        }
        return types;
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

    private void add(SiteCounts.Site site) {
        members.add(site);
        openedCount += site.opened();
        closedCount += site.closed();
        closedByExitCount += site.closedByExit();
        heldCount += site.held();
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

    /// Returns its open handles over the run.
    SiteHistory.Series series(History history) {
        return history.sites().of(members.stream().mapToInt(SiteCounts.Site::number).toArray());
    }

    /// Returns whether one of the steps that open handles here is a step of the file.
    boolean opensAt(Program program, Scenario.Step step) {
        return step.call() != null && members.stream().anyMatch(member -> program.callFromOnePlace(member.step(), step.id()));
    }

    /// Returns the lowest open values, a few.
    List<Long> values(OpenSites open) {
        return members.stream().flatMap(site -> open.of(site.number()).values().stream()).sorted().limit(8).toList();
    }

    /// Returns the bytes of the objects that would go if all its open handles were closed.
    long objectBytes(Machine machine, OpenSites open) {
        int[] objects = members.stream().flatMapToInt(site -> Arrays.stream(open.of(site.number()).objects())).sorted().toArray();
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

    /// Returns the type, or null when no handle is open.
    ObjectType objectType() {
        return members.stream().filter(site -> site.open() > 0).map(SiteCounts.Site::type).findFirst().orElse(null);
    }

    /// Returns the place in words: the function with offset, or the service when there is no stack.
    String place() {
        return place;
    }
}
