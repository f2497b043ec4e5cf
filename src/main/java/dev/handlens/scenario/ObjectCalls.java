package dev.handlens.scenario;

import static dev.handlens.scenario.CallField.access;
import static dev.handlens.scenario.CallField.optional;
import static dev.handlens.scenario.CallField.required;

import dev.handlens.kernel.EventKind;
import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.ObjectAttributes;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.scenario.CallSpec.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Calls that create or open objects with names: events, mutexes, semaphores, timers, sections, directories, symbolic links.
final class ObjectCalls {
    static final List<CallSpec> SPECS = List.of(
            win32("CreateEvent", "NtCreateEvent", ObjectType.EVENT, "Creates an event, or opens the one of that name.", a -> {
                int access = a.access("access");
                AttributesOperand attributes = openIf(a);
                EventKind kind = a.flag("manualReset") ? EventKind.NOTIFICATION : EventKind.SYNCHRONIZATION;
                boolean initial = a.flag("initialState");
                return v -> new KernelCall.NtCreateEvent(access, attributes.value(v), kind, initial);
            }, flag("manualReset", "whether it stays signaled until it is reset"), flag("initialState", "whether it begins signaled")),
            win32("CreateMutex", "NtCreateMutant", ObjectType.MUTANT, "Creates a mutex, or opens the one of that name.", a -> {
                int access = a.access("access");
                AttributesOperand attributes = openIf(a);
                boolean owner = a.flag("initialOwner");
                return v -> new KernelCall.NtCreateMutant(access, attributes.value(v), owner);
            }, flag("initialOwner", "whether the caller owns it from the start")),
            win32("CreateSemaphore", "NtCreateSemaphore", ObjectType.SEMAPHORE, "Creates a semaphore, or opens the one of that name.",
                    a -> {
                int access = a.access("access");
                AttributesOperand attributes = openIf(a);
                return semaphore(a, access, attributes);
            }, initialCount(), maximumCount()),
            win32("CreateWaitableTimer", "NtCreateTimer", ObjectType.TIMER, "Creates a timer, or opens the one of that name.", a -> {
                int access = a.access("access");
                AttributesOperand attributes = openIf(a);
                EventKind kind = a.flag("manualReset") ? EventKind.NOTIFICATION : EventKind.SYNCHRONIZATION;
                return v -> new KernelCall.NtCreateTimer(access, attributes.value(v), kind);
            }, flag("manualReset", "whether it stays signaled until it is set again")),
            win32("CreateFileMapping", "NtCreateSection", ObjectType.SECTION, "Creates a section, or opens the one of that name.", a -> {
                int access = a.access("access");
                AttributesOperand attributes = openIf(a);
                return section(a, access, attributes);
            }, backingFile(), bytes()),
            win32Open("OpenEvent", "NtOpenEvent", ObjectType.EVENT),
            win32Open("OpenMutex", "NtOpenMutant", ObjectType.MUTANT),
            win32Open("OpenSemaphore", "NtOpenSemaphore", ObjectType.SEMAPHORE),
            win32Open("OpenWaitableTimer", "NtOpenTimer", ObjectType.TIMER),
            win32Open("OpenFileMapping", "NtOpenSection", ObjectType.SECTION),
            create("NtCreateEvent", ObjectType.EVENT, "Creates an event.", a -> {
                int access = a.access("access");
                AttributesOperand attributes = a.attributes();
                EventKind kind = kind(a);
                boolean initial = a.flag("initialState");
                return v -> new KernelCall.NtCreateEvent(access, attributes.value(v), kind, initial);
            }, eventKind(), flag("initialState", "whether it begins signaled")),
            create("NtCreateMutant", ObjectType.MUTANT, "Creates a mutant, which Win32 calls a mutex.", a -> {
                int access = a.access("access");
                AttributesOperand attributes = a.attributes();
                boolean owner = a.flag("initialOwner");
                return v -> new KernelCall.NtCreateMutant(access, attributes.value(v), owner);
            }, flag("initialOwner", "whether the caller owns it from the start")),
            create("NtCreateSemaphore", ObjectType.SEMAPHORE, "Creates a semaphore.", a -> {
                int access = a.access("access");
                AttributesOperand attributes = a.attributes();
                return semaphore(a, access, attributes);
            }, initialCount(), maximumCount()),
            create("NtCreateTimer", ObjectType.TIMER, "Creates a timer.", a -> {
                int access = a.access("access");
                AttributesOperand attributes = a.attributes();
                EventKind kind = kind(a);
                return v -> new KernelCall.NtCreateTimer(access, attributes.value(v), kind);
            }, eventKind()),
            create("NtCreateSection", ObjectType.SECTION, "Creates a section: memory that can be mapped.", a -> {
                int access = a.access("access");
                AttributesOperand attributes = a.attributes();
                return section(a, access, attributes);
            }, backingFile(), bytes()),
            create("NtCreateDirectoryObject", ObjectType.DIRECTORY, "Creates a directory of the object namespace.", a -> {
                int access = a.access("access");
                AttributesOperand attributes = a.attributes();
                return v -> new KernelCall.NtCreateDirectoryObject(access, attributes.value(v));
            }),
            create("NtCreateSymbolicLinkObject", ObjectType.SYMBOLIC_LINK, "Creates a symbolic link of the object namespace.", a -> {
                int access = a.access("access");
                AttributesOperand attributes = a.attributes();
                String target = a.text("target");
                return v -> new KernelCall.NtCreateSymbolicLinkObject(access, attributes.value(v), target);
            }, required("target", FieldKind.NT_PATH, "path that it leads to")),
            create("NtCreateIoCompletion", ObjectType.IO_COMPLETION, "Creates an I/O completion port.", a -> {
                int access = a.access("access");
                AttributesOperand attributes = a.attributes();
                int concurrency = (int) a.number("concurrency");
                return v -> new KernelCall.NtCreateIoCompletion(access, attributes.value(v), concurrency);
            }, optional("concurrency", FieldKind.COUNT, "0", "threads that may run at a time")),
            create("NtCreateKeyedEvent", ObjectType.KEYED_EVENT, "Creates a keyed event.", a -> {
                int access = a.access("access");
                AttributesOperand attributes = a.attributes();
                int flags = (int) a.number("flags");
                return v -> new KernelCall.NtCreateKeyedEvent(access, attributes.value(v), flags);
            }, optional("flags", FieldKind.COUNT, "0", "must be 0")),
            open("NtOpenIoCompletion", ObjectType.IO_COMPLETION),
            open("NtOpenKeyedEvent", ObjectType.KEYED_EVENT),
            open("NtOpenEvent", ObjectType.EVENT),
            open("NtOpenMutant", ObjectType.MUTANT),
            open("NtOpenSemaphore", ObjectType.SEMAPHORE),
            open("NtOpenTimer", ObjectType.TIMER),
            open("NtOpenSection", ObjectType.SECTION),
            open("NtOpenDirectoryObject", ObjectType.DIRECTORY),
            open("NtOpenSymbolicLinkObject", ObjectType.SYMBOLIC_LINK));

    private ObjectCalls() {}

    /// Fields that every `Nt…` call with OBJECT_ATTRIBUTES has.
    static List<CallField> attributeFields(ObjectType type, String access, boolean named) {
        return List.of(
                named ? required("name", FieldKind.NT_PATH, "path of the object")
                        : optional("name", FieldKind.NT_PATH, "", "path of the object"),
                access(type, access),
                optional("attributes", FieldKind.ATTRIBUTES, "", "OBJ_ attributes"),
                optional("root", FieldKind.HANDLE, "0", "handle of the directory or key that the path starts in"));
    }

    /// Who may open a new object for what.
    private static CallField allow(ObjectType type) {
        return new CallField("allow", FieldKind.ACCESS, type, false, "", "rights that programs can be granted to it; all when absent");
    }

    static CallField flag(String name, String doc) {
        return optional(name, FieldKind.FLAG, "false", doc);
    }

    static CallField inherit() {
        return flag("inherit", "whether child processes inherit the handle");
    }

    static List<CallField> join(List<CallField> first, CallField... more) {
        List<CallField> fields = new ArrayList<>(first);
        fields.addAll(List.of(more));
        return List.copyOf(fields);
    }

    private static CallField initialCount() {
        return optional("initialCount", FieldKind.COUNT, "0", "count it begins with");
    }

    private static CallField maximumCount() {
        return optional("maximumCount", FieldKind.COUNT, "1", "largest count");
    }

    private static CallField backingFile() {
        return optional("file", FieldKind.HANDLE, "0", "handle of the file that backs it; the page file without one");
    }

    private static CallField bytes() {
        return optional("size", FieldKind.SIZE, "64KB", "bytes");
    }

    private static CallField eventKind() {
        return optional("type", FieldKind.EVENT_KIND, "SynchronizationEvent", "whether a wait resets it");
    }

    private static EventKind kind(Arguments a) {
        return a.text("type").equals("NotificationEvent") ? EventKind.NOTIFICATION : EventKind.SYNCHRONIZATION;
    }

    static AttributesOperand openIf(Arguments a) {
        return a.win32Attributes(Win32Names.object(a.text("name")), ObjectAttributes.OPENIF);
    }

    private static CallBuilder semaphore(Arguments a, int access, AttributesOperand attributes) {
        int initial = (int) a.number("initialCount");
        int maximum = (int) a.number("maximumCount");
        return v -> new KernelCall.NtCreateSemaphore(access, attributes.value(v), initial, maximum);
    }

    private static CallBuilder section(Arguments a, int access, AttributesOperand attributes) {
        Operand file = a.handle("file");
        // A section of a file is as large as the file unless the size is given.
        long size = a.has("file") && !a.has("size") ? 0 : a.amount("size");
        return v -> new KernelCall.NtCreateSection(access, attributes.value(v), size, file.value(v));
    }

    static CallSpec win32(String name, String service, ObjectType type, String doc, CallSpec.Maker maker, CallField... more) {
        List<CallField> fields = List.of(
                optional("name", FieldKind.OBJECT_NAME, "", "its name; without one it has none"), access(type, RightNames.allAccess(type)),
                inherit(), allow(type));
        return new CallSpec(name, service, Result.HANDLE_OF_NEW_OBJECT, type, false, join(fields, more), doc, maker);
    }

    private static CallSpec win32Open(String name, String service, ObjectType type) {
        List<CallField> fields = List.of(
                required("name", FieldKind.OBJECT_NAME, "its name"), access(type, RightNames.allAccess(type)), inherit());
        return new CallSpec(name, service, Result.HANDLE, type, false, fields, "Opens an existing " + words(type) + " by its name.", a -> {
            int access = a.access("access");
            AttributesOperand attributes = a.win32Attributes(Win32Names.object(a.text("name")), 0);
            return v -> new KernelCall.NtOpenObject(type, access, attributes.value(v));
        });
    }

    static CallSpec create(String service, ObjectType type, String doc, CallSpec.Maker maker, CallField... more) {
        boolean named = type == ObjectType.SYMBOLIC_LINK;
        List<CallField> fields = join(join(attributeFields(type, RightNames.allAccess(type), named), allow(type)), more);
        return new CallSpec(service, service, Result.HANDLE_OF_NEW_OBJECT, type, false, fields, doc, maker);
    }

    static CallSpec open(String service, ObjectType type) {
        List<CallField> fields = attributeFields(type, RightNames.allAccess(type), true);
        return new CallSpec(service, service, Result.HANDLE, type, false, fields, "Opens an existing " + words(type) + " by its path.",
                a -> {
            int access = a.access("access");
            AttributesOperand attributes = a.attributes();
            return v -> new KernelCall.NtOpenObject(type, access, attributes.value(v));
        });
    }

    private static String words(ObjectType type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
