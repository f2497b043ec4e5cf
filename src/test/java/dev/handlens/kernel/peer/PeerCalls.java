package dev.handlens.kernel.peer;

import dev.handlens.kernel.ClientId;
import dev.handlens.kernel.EventKind;
import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.ObjectAttributes;
import dev.handlens.kernel.ob.ObjectType;
import java.util.Collections;
import java.util.List;

/// Turns a recorded call into ours.
final class PeerCalls {
    private static final int PAGE_READWRITE = 4;

    private final PeerMachine machine;

    PeerCalls(PeerMachine machine) {
        this.machine = machine;
    }

    /// @return our call, or null for one that is no call of ours
    KernelCall call(RecordedStep s) {
        return switch (s.call()) {
            case "NtCreateEvent" ->
                    new KernelCall.NtCreateEvent(access(s), attributes(s), kind(s.argument("type")), s.argument("initial") == 1);
            case "NtCreateSemaphore" ->
                    new KernelCall.NtCreateSemaphore(access(s), attributes(s), s.argument("initial"), s.argument("max"));
            case "NtCreateMutant" -> new KernelCall.NtCreateMutant(access(s), attributes(s), s.argument("owned") == 1);
            case "NtCreateSection" -> new KernelCall.NtCreateSection(access(s), attributes(s), s.argument("size"), 0);
            case "NtCreateDirectoryObject" -> new KernelCall.NtCreateDirectoryObject(access(s), attributes(s));
            case "NtCreateSymbolicLinkObject" -> new KernelCall.NtCreateSymbolicLinkObject(access(s), attributes(s), s.text("target"));
            case "NtOpenEvent" -> open(ObjectType.EVENT, s);
            case "NtOpenMutant" -> open(ObjectType.MUTANT, s);
            case "NtOpenSemaphore" -> open(ObjectType.SEMAPHORE, s);
            case "NtOpenSection" -> open(ObjectType.SECTION, s);
            case "NtOpenDirectoryObject" -> open(ObjectType.DIRECTORY, s);
            case "NtOpenSymbolicLinkObject" -> open(ObjectType.SYMBOLIC_LINK, s);
            case "NtOpenKey" -> new KernelCall.NtOpenKey(access(s), attributes(s));
            case "NtCreateFile" -> new KernelCall.NtCreateFile(access(s), attributes(s), true);
            case "NtOpenProcess" -> openProcess(s);
            case "NtOpenThread" -> new KernelCall.NtOpenThread(access(s), ObjectAttributes.NONE, machine.caller(s.proc()).tid());
            default -> use(s);
        };
    }

    /// Calls that take a handle.
    private KernelCall use(RecordedStep s) {
        return switch (s.call()) {
            case "NtDuplicateObject" -> duplicate(s);
            case "NtClose" -> new KernelCall.NtClose(handle(s));
            case "NtSetInformationObject" -> setInformation(s);
            case "NtQueryObject" -> new KernelCall.NtQueryObject(handle(s), s.argument("class"), length(s));
            case "NtCompareObjects" -> new KernelCall.NtCompareObjects(machine.handle(s.text("first")), machine.handle(s.text("second")));
            case "NtQueryEvent" -> state(ObjectType.EVENT, s);
            case "NtQuerySemaphore" -> state(ObjectType.SEMAPHORE, s);
            case "NtQueryDirectoryObject" -> list(s);
            case "NtMakeTemporaryObject" -> new KernelCall.NtMakeTemporaryObject(handle(s));
            case "NtSetEvent" -> new KernelCall.NtSetEvent(handle(s));
            case "NtResetEvent" -> new KernelCall.NtResetEvent(handle(s));
            case "NtReleaseMutant" -> new KernelCall.NtReleaseMutant(handle(s));
            case "NtReleaseSemaphore" -> new KernelCall.NtReleaseSemaphore(handle(s), s.argument("count"));
            case "NtWaitForSingleObject" -> new KernelCall.NtWaitForSingleObject(handle(s), s.argument("timeout"));
            case "NtWaitForMultipleObjects" -> new KernelCall.NtWaitForMultipleObjects(handles(s), s.argument("waitAny") == 0, 0);
            case "NtMapViewOfSection" -> new KernelCall.NtMapViewOfSection(handle(s), s.argument("protect") == PAGE_READWRITE);
            case "NtUnmapViewOfSection" -> new KernelCall.NtUnmapViewOfSection(machine.mappedSection());
            case "NtReadFile" -> new KernelCall.NtReadFile(handle(s));
            default -> null;
        };
    }

    private KernelCall duplicate(RecordedStep s) {
        long from = s.has("sourceProcess") ? machine.handle(s.text("sourceProcess")) : -1;
        long to = s.has("targetProcess") ? machine.handle(s.text("targetProcess")) : -1;
        long source = machine.handle(s.text("source"));
        return new KernelCall.NtDuplicateObject(from, source, to, access(s), s.argument("attributes"), s.argument("options"));
    }

    private KernelCall setInformation(RecordedStep s) {
        long length = s.has("size") ? s.argument("size") : KernelCall.NtSetInformationObject.HANDLE_FLAGS_BYTES;
        return new KernelCall.NtSetInformationObject(
                handle(s), s.argument("inherit") == 1, s.argument("protect") == 1, s.argument("class"), length);
    }

    private KernelCall state(ObjectType type, RecordedStep s) {
        return new KernelCall.NtQueryState(type, handle(s), 0, KernelCall.NtQueryState.BYTES);
    }

    private KernelCall list(RecordedStep s) {
        boolean single = "true".equals(s.text("single"));
        int start = single ? machine.nextEntry() : 0;
        return new KernelCall.NtQueryDirectoryObject(handle(s), start, single, 4096);
    }

    private static long length(RecordedStep s) {
        return s.has("size") ? s.argument("size") : -1;
    }

    private KernelCall open(ObjectType type, RecordedStep s) {
        return new KernelCall.NtOpenObject(type, access(s), s.has("objectAttributes") ? null : attributes(s));
    }

    private static int access(RecordedStep s) {
        return s.argument("desiredAccess");
    }

    private ObjectAttributes attributes(RecordedStep s) {
        long root = s.text("root") == null ? 0 : machine.handle(s.text("root"));
        return new ObjectAttributes(s.text("name"), root, s.argument("attributes"));
    }

    private static EventKind kind(int type) {
        return type < EventKind.values().length ? EventKind.values()[type] : null;
    }

    private KernelCall openProcess(RecordedStep s) {
        int pid = "self".equals(s.text("pid")) ? machine.caller(s.proc()).pid() : s.argument("pid");
        ObjectAttributes attributes = s.has("objectAttributes") ? null : ObjectAttributes.NONE;
        return new KernelCall.NtOpenProcess(access(s), attributes, s.has("clientId") ? null : new ClientId(pid, 0));
    }

    private long handle(RecordedStep s) {
        return machine.handle(s.text("handle"));
    }

    private List<Long> handles(RecordedStep s) {
        // Written out, or as "65 times $e".
        if (s.arguments().get("handles") instanceof List<?> names) {
            return names.stream().map(name -> machine.handle(name.toString())).toList();
        }
        String[] words = s.text("handles").split(" ");
        return Collections.nCopies(Integer.parseInt(words[0]), machine.handle(words[2]));
    }
}
