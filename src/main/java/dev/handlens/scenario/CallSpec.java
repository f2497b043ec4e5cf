package dev.handlens.scenario;

import dev.handlens.kernel.ob.ObjectType;
import java.util.List;

/// A call that a step can make: its name, its arguments and how they become the kernel's call.
///
/// @param name the name as written, such as `CloseHandle`
/// @param service the kernel's service that it is, such as `NtClose`
/// @param result what it gives back
/// @param type type of the object that it gives a handle to; null when there is none, or any
/// @param kernelMode whether only code in kernel mode makes it, or its name says so
/// @param fields its arguments
/// @param doc one sentence
/// @param maker makes the kernel's call
record CallSpec(
        String name, String service, Result result, ObjectType type, boolean kernelMode, List<CallField> fields, String doc, Maker maker) {

    /// What a call gives back besides its status.
    enum Result { NOTHING, HANDLE, HANDLE_OF_NEW_OBJECT, POINTER }

    /// Makes the kernel's call of a step, once, from its arguments.
    @FunctionalInterface
    interface Maker {
        CallBuilder make(Arguments arguments);
    }

    /// The argument of a name.
    CallField field(String field) {
        return fields.stream().filter(f -> f.name().equals(field)).findFirst().orElseThrow();
    }

    boolean givesHandle() {
        return result == Result.HANDLE || result == Result.HANDLE_OF_NEW_OBJECT;
    }

    /// Whether a cast member that is declared `later` can come of it.
    boolean makesMember() {
        return result == Result.HANDLE_OF_NEW_OBJECT && (type == ObjectType.PROCESS || type == ObjectType.THREAD);
    }

    /// The same call by its name for code in kernel mode: `ZwClose` for `NtClose`.
    CallSpec asZw() {
        return new CallSpec("Zw" + name.substring(2), service, result, type, true, fields, doc, maker);
    }
}
