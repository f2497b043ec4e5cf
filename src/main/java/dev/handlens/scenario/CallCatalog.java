package dev.handlens.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Every call that a scenario can make. One table: the reader, the JSON Schema, the reference's table and "did you mean" derive from it.
final class CallCatalog {
    private static final SequencedMap<String, CallSpec> CALLS = gather();

    private CallCatalog() {}

    /// The call of a name, or null.
    static CallSpec find(String name) {
        return CALLS.get(name);
    }

    /// All calls, in the order of the reference.
    static List<CallSpec> all() {
        return List.copyOf(CALLS.values());
    }

    private static SequencedMap<String, CallSpec> gather() {
        List<CallSpec> specs = new ArrayList<>();
        specs.addAll(ObjectCalls.SPECS);
        specs.addAll(FileCalls.SPECS);
        specs.addAll(RequestCalls.SPECS);
        specs.addAll(ProcessCalls.SPECS);
        specs.addAll(HandleCalls.SPECS);
        specs.addAll(QueryCalls.SPECS);
        specs.addAll(SecurityCalls.SPECS);
        specs.addAll(DriverCalls.SPECS);
        specs.addAll(PointerCalls.SPECS);
        specs.addAll(SystemCalls.SPECS);
        SequencedMap<String, CallSpec> byName = new LinkedHashMap<>();
        for (CallSpec spec : specs) {
            byName.put(spec.name(), spec);
        }
        for (CallSpec spec : specs) {
            if (spec.name().startsWith("Nt")) {
                byName.put(spec.asZw().name(), spec.asZw());
            }
        }
        return Collections.unmodifiableSequencedMap(byName);
    }
}
