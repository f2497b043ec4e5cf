package dev.handlens.scenario;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who takes part, by name, while the steps are read: and who of them exists by now.
final class CastTable {
    private final Map<String, Scenario.CastMember> members = new LinkedHashMap<>();
    private final Set<String> made = new LinkedHashSet<>();
    private final Diagnostics diagnostics;

    CastTable(List<Scenario.CastMember> cast, Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        for (Scenario.CastMember member : cast) {
            members.put(member.name(), member);
            if (!isLater(member)) {
                made.add(member.name());
            }
        }
    }

    /// The member of a name, or null when there is none.
    Scenario.CastMember find(String name) {
        return members.get(name);
    }

    /// The first process that is there from the start, or null.
    String firstProcess() {
        for (Scenario.CastMember member : members.values()) {
            if (member instanceof Scenario.CastMember.ProcessMember process && !process.later()) {
                return process.name();
            }
        }
        return null;
    }

    /// Checks a name that must be that of a process, or of a process or thread, that exists by now.
    /// The System process is there without being declared.
    void check(String name, boolean threadsToo, Place place) {
        if (name.equals(Scenario.SYSTEM)) {
            return;
        }
        Scenario.CastMember member = members.get(name);
        boolean fits = switch (member) {
            case null -> false;
            case Scenario.CastMember.ProcessMember _ -> true;
            case Scenario.CastMember.ThreadMember _ -> threadsToo;
            case Scenario.CastMember.DriverMember _ -> false;
        };
        String kind = threadsToo ? "process or thread" : "process";
        if (member == null) {
            diagnostics.add(place, "no " + kind + " of the cast is named '" + name + "'" + Suggestions.of(name, names(threadsToo)));
        } else if (!fits) {
            diagnostics.add(place, "'" + name + "' is not a " + kind + Suggestions.of(name, names(threadsToo)));
        } else if (!made.contains(name)) {
            diagnostics.add(place, "'" + name + "' has not been made yet; a step before this one must make it with 'new: " + name + "'");
        }
    }

    /// The image of the driver that a name means: a cast member, or a file name that stands for itself.
    String driver(String name, Place place) {
        if (members.get(name) instanceof Scenario.CastMember.DriverMember driver) {
            return driver.image();
        }
        if (!name.endsWith(".sys")) {
            List<String> drivers = new ArrayList<>();
            members.values().forEach(m -> {
                if (m instanceof Scenario.CastMember.DriverMember driver) {
                    drivers.add(driver.name());
                }
            });
            diagnostics.add(place, "no driver of the cast is named '" + name + "'" + Suggestions.of(name, drivers));
        }
        return name;
    }

    /// Notes that a step makes a member.
    ///
    /// @param process whether it must be a process rather than a thread
    Scenario.CastMember make(String name, boolean process, Place place) {
        Scenario.CastMember member = members.get(name);
        boolean fits = process ? member instanceof Scenario.CastMember.ProcessMember : member instanceof Scenario.CastMember.ThreadMember;
        if (member == null) {
            diagnostics.add(place, "the cast has no member named '" + name + "'" + Suggestions.of(name, members.keySet()));
        } else if (!fits) {
            diagnostics.add(place, "'" + name + "' is not a " + (process ? "process" : "thread") + ", but this call makes one");
        } else if (!isLater(member)) {
            diagnostics.add(place, "'" + name + "' is there from the start; declare it with 'later: true' for a step to make it");
        } else if (!made.add(name)) {
            diagnostics.add(place, "'" + name + "' is made by a step further up already; a cast member can be made once");
        }
        return fits ? member : null;
    }

    private List<String> names(boolean threadsToo) {
        List<String> names = new ArrayList<>();
        for (Scenario.CastMember member : members.values()) {
            boolean wanted = switch (member) {
                case Scenario.CastMember.ProcessMember _ -> true;
                case Scenario.CastMember.ThreadMember _ -> threadsToo;
                case Scenario.CastMember.DriverMember _ -> false;
            };
            if (wanted) {
                names.add(member.name());
            }
        }
        return names;
    }

    private static boolean isLater(Scenario.CastMember member) {
        return switch (member) {
            case Scenario.CastMember.ProcessMember process -> process.later();
            case Scenario.CastMember.ThreadMember thread -> thread.later();
            case Scenario.CastMember.DriverMember _ -> false;
        };
    }
}
