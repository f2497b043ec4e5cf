package dev.handlens.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The variables of a scenario while it is read: which exist, which are bound by now.
final class Variables {
    /// What ends the name of a collection. `queue[]` does as well, but YAML wants that in quotes inside of braces.
    static final String COLLECTION = "*";
    private static final String BRACKETS = "[]";

    private final Map<String, Place> boundAnywhere = new LinkedHashMap<>();
    private final Map<String, Boolean> bound = new LinkedHashMap<>();
    private final Map<String, Integer> slots = new LinkedHashMap<>();
    private final Diagnostics diagnostics;

    Variables(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /// Whether a name means the members of a collection rather than one handle.
    static boolean isCollection(String name) {
        return name.endsWith(COLLECTION) || name.endsWith(BRACKETS);
    }

    /// The name without the mark of a collection.
    static String bare(String name) {
        if (name.endsWith(BRACKETS)) {
            return name.substring(0, name.length() - BRACKETS.length());
        }
        return name.endsWith(COLLECTION) ? name.substring(0, name.length() - COLLECTION.length()) : name;
    }

    /// Notes that some step, here or further down, binds a variable.
    void announce(String name, Place place) {
        boundAnywhere.putIfAbsent(bare(name), place);
    }

    /// Binds a variable to the result of the step that is being read.
    ///
    /// @return its slot
    int bind(String name, Place place) {
        String bare = bare(name);
        boolean collection = isCollection(name);
        if (bare.equals(FieldKind.SELF)) {
            diagnostics.add(place, "'self' always means the current process; choose another name for the variable");
        }
        Boolean before = bound.putIfAbsent(bare, collection);
        if (before != null && before != collection) {
            String kind = before ? "a collection; write '" + bare + "*'" : "a single handle; write '" + bare + "', or choose another name";
            diagnostics.add(place, "'" + bare + "' is " + kind);
        }
        return slot(bare);
    }

    /// The slot of a variable that the step being read uses.
    int use(String name, Place place) {
        String bare = bare(name);
        Boolean collection = bound.get(bare);
        if (collection == null && !diagnostics.isFull()) {
            Place later = boundAnywhere.get(bare);
            diagnostics.add(place, later == null
                    ? "no step binds the variable '" + bare + "' with 'as'" + Suggestions.of(bare, boundAnywhere.keySet())
                    : "the variable '" + bare + "' is used before the step that binds it, on line " + later.line());
        } else if (collection != null && !collection && isCollection(name)) {
            diagnostics.add(place, "'" + bare + "' is a single handle, not a collection; write '" + bare + "'");
        }
        return slot(bare);
    }

    /// Refuses to take a handle out of a collection where it may only be looked at.
    void refuseTaking(String name, Place place) {
        if (isCollection(name)) {
            diagnostics.add(place, "only the process that a handle belongs to can take it out of a collection; write '" + bare(name) + "'");
        }
    }

    /// All variables, each at its slot.
    List<String> names() {
        return List.copyOf(slots.keySet());
    }

    private int slot(String bare) {
        Integer slot = slots.putIfAbsent(bare, slots.size());
        return slot == null ? slots.size() - 1 : slot;
    }
}
