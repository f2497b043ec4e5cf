package dev.handlens.scenario;

import static dev.handlens.scenario.CallField.optional;
import static dev.handlens.scenario.CallField.required;

import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.scenario.CallSpec.Result;
import java.util.List;

/// Calls that ask what objects are like.
final class QueryCalls {
    private static final String ANY_LENGTH = "as many as it takes";

    static final List<CallSpec> SPECS = List.of(
            new CallSpec("NtQueryObject", "NtQueryObject", Result.NOTHING, null, false, List.of(
                    required("handle", FieldKind.HANDLE, "the handle"),
                    optional("class", FieldKind.COUNT, "0", "0 counts and access, 1 name, 2 type, 3 all types, 4 flags"), length()),
                    "Asks what an object is like; of the counts it tells the pointer count, its own reference included.", a -> {
                Operand handle = a.handle("handle");
                int infoClass = (int) a.number("class");
                long length = length(a);
                return v -> new KernelCall.NtQueryObject(handle.value(v), infoClass, length);
            }),
            compare("CompareObjectHandles"),
            compare("NtCompareObjects"),
            state("NtQueryEvent", ObjectType.EVENT),
            state("NtQueryMutant", ObjectType.MUTANT),
            state("NtQuerySemaphore", ObjectType.SEMAPHORE),
            new CallSpec("NtQueryDirectoryObject", "NtQueryDirectoryObject", Result.NOTHING, null, false, List.of(
                    required("handle", FieldKind.HANDLE, "the directory"),
                    optional("start", FieldKind.COUNT, "0", "place of the first entry"),
                    ObjectCalls.flag("single", "whether to give one entry alone"),
                    optional("length", FieldKind.COUNT, "65536", "bytes of the buffer")),
                    "Lists a directory of the object namespace; tells how many entries it gave.", a -> {
                Operand handle = a.handle("handle");
                int start = (int) a.number("start");
                boolean single = a.flag("single");
                long length = a.number("length");
                return v -> new KernelCall.NtQueryDirectoryObject(handle.value(v), start, single, length);
            }),
            new CallSpec("NtQuerySymbolicLinkObject", "NtQuerySymbolicLinkObject", Result.NOTHING, null, false, List.of(
                    required("handle", FieldKind.HANDLE, "the link"), length(),
                    optional("returnLength", FieldKind.FLAG, "true", "whether the length is asked for too")),
                    "Asks where a symbolic link leads.", a -> {
                Operand handle = a.handle("handle");
                long length = length(a);
                boolean returnLength = a.flag("returnLength");
                return v -> new KernelCall.NtQuerySymbolicLinkObject(handle.value(v), length, returnLength);
            }));

    private QueryCalls() {}

    private static CallSpec compare(String name) {
        List<CallField> fields = List.of(
                required("first", FieldKind.HANDLE, "a handle"), required("second", FieldKind.HANDLE, "another handle"));
        String doc = "Tells whether two handles name one object.";
        return new CallSpec(name, "NtCompareObjects", Result.NOTHING, null, false, fields, doc, a -> {
            Operand first = a.handle("first");
            Operand second = a.handle("second");
            return v -> new KernelCall.NtCompareObjects(first.value(v), second.value(v));
        });
    }

    private static CallSpec state(String name, ObjectType type) {
        List<CallField> fields = List.of(
                required("handle", FieldKind.HANDLE, "the handle"), optional("class", FieldKind.COUNT, "0", "0, the only one"),
                optional("length", FieldKind.COUNT, "8", "bytes of the buffer"));
        return new CallSpec(name, name, Result.NOTHING, null, false, fields, "Asks for the state of the object.", a -> {
            Operand handle = a.handle("handle");
            int infoClass = (int) a.number("class");
            long length = a.number("length");
            return v -> new KernelCall.NtQueryState(type, handle.value(v), infoClass, length);
        });
    }

    private static CallField length() {
        return optional("length", FieldKind.COUNT, "", "bytes of the buffer; " + ANY_LENGTH + " when absent");
    }

    private static long length(Arguments a) {
        return a.has("length") ? a.number("length") : -1;
    }
}
