package dev.handlens.kernel;

import dev.handlens.kernel.ex.EventObject;
import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ex.MutantObject;
import dev.handlens.kernel.ex.SemaphoreObject;
import dev.handlens.kernel.io.FileObject;
import dev.handlens.kernel.ob.DirectoryObject;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.ob.SymbolicLinkObject;
import java.util.List;

/// Calls that ask what objects are like. The number they report is what they tell, or the bytes that a buffer would have needed.
final class QueryCalls {
    private static final int QUERY = 0x1;
    private static final int BASIC_BYTES = 0x38;
    private static final int FLAGS_BYTES = 2;
    private static final int ANY_LENGTH = -1;

    private final Kernel kernel;

    QueryCalls(Kernel kernel) {
        this.kernel = kernel;
    }

    // ---- NtQueryObject --------------------------------------------------------------------------------------------

    CallResult object(Caller caller, KernelCall.NtQueryObject c) {
        if (c.infoClass() < KernelCall.NtQueryObject.BASIC || c.infoClass() > KernelCall.NtQueryObject.HANDLE_FLAGS) {
            return CallResult.of(NtStatus.STATUS_INVALID_INFO_CLASS);
        }
        if (c.infoClass() == KernelCall.NtQueryObject.TYPES) {
            return sized(c.length(), allTypesBytes(), NtStatus.STATUS_INFO_LENGTH_MISMATCH, 0);
        }
        KObject object = kernel.handles.reference(caller, c.handle(), 0, null, caller.mode());
        if (object == null) {
            return CallResult.of(kernel.handles.status());
        }
        return switch (c.infoClass()) {
            case KernelCall.NtQueryObject.BASIC -> basic(object, c.length());
            case KernelCall.NtQueryObject.NAME -> name(object, c.length());
            case KernelCall.NtQueryObject.TYPE -> sized(c.length(), typeBytes(object.type()), NtStatus.STATUS_INFO_LENGTH_MISMATCH, object.id());
            default -> flags(caller, object, c);
        };
    }

    /// The counts: the pointer count with the reference that the query itself takes.
    private static CallResult basic(KObject object, long length) {
        return length != ANY_LENGTH && length != BASIC_BYTES
                ? mismatch(BASIC_BYTES)
                : new CallResult(NtStatus.STATUS_SUCCESS, 0, object.id(), object.pointerCount() + 1, false);
    }

    private CallResult name(KObject object, long length) {
        boolean file = object instanceof FileObject;
        // Processes and threads have no name that the object manager knows, only people call them something.
        String name = object.directory() != 0 || object.id() == kernel.rootDirectory() || file || object.type() == ObjectType.KEY
                ? kernel.nameOf(object) : "";
        long needed = stringBytes() + (name.isEmpty() ? 0 : 2L * name.length() + 2);
        boolean fixedPartFits = length == ANY_LENGTH || length >= stringBytes();
        return sized(length, needed, file && fixedPartFits ? NtStatus.STATUS_BUFFER_OVERFLOW : NtStatus.STATUS_INFO_LENGTH_MISMATCH, object.id());
    }

    private CallResult flags(Caller caller, KObject object, KernelCall.NtQueryObject c) {
        if (c.length() != ANY_LENGTH && c.length() != FLAGS_BYTES) {
            return mismatch(FLAGS_BYTES);
        }
        boolean pseudo = c.handle() == Kernel.CURRENT_PROCESS || c.handle() == Kernel.CURRENT_THREAD;
        int flags = pseudo ? 0 : HandleEntry.attributes(
                kernel.handles.owner(caller, c.handle(), caller.mode()).table().second(HandleManager.tableValue(c.handle())));
        int told = flags & (ObjectAttributes.INHERIT | ObjectAttributes.PROTECT_CLOSE);
        return new CallResult(NtStatus.STATUS_SUCCESS, 0, object.id(), told, false);
    }

    private static CallResult sized(long length, long needed, NtStatus tooSmall, int object) {
        boolean fits = length == ANY_LENGTH || length >= needed;
        return new CallResult(fits ? NtStatus.STATUS_SUCCESS : tooSmall, 0, fits ? object : 0, needed, false);
    }

    private static CallResult mismatch(long needed) {
        return CallResult.of(NtStatus.STATUS_INFO_LENGTH_MISMATCH, needed);
    }

    /// Bytes of a UNICODE_STRING.
    private long stringBytes() {
        return 2L * kernel.machine().architecture().pointerBytes();
    }

    private long typeBytes(ObjectType type) {
        int fixed = kernel.machine().architecture() == Architecture.X64 ? 0x68 : 0x60;
        return fixed + 2L * type.typeName().length() + 2;
    }

    private long allTypesBytes() {
        long bytes = kernel.machine().architecture().pointerBytes();
        for (ObjectType type : ObjectType.values()) {
            int pointer = kernel.machine().architecture().pointerBytes();
            bytes += Math.ceilDiv(typeBytes(type), pointer) * pointer;
        }
        return bytes;
    }

    // ---- the others -----------------------------------------------------------------------------------------------

    CallResult compare(Caller caller, KernelCall.NtCompareObjects c) {
        KObject first = kernel.handles.reference(caller, c.first(), 0, null, caller.mode());
        KObject second = first == null ? null : kernel.handles.reference(caller, c.second(), 0, null, caller.mode());
        if (second == null) {
            return CallResult.of(kernel.handles.status());
        }
        return CallResult.of(first.id() == second.id() ? NtStatus.STATUS_SUCCESS : NtStatus.STATUS_NOT_SAME_OBJECT);
    }

    CallResult state(Caller caller, KernelCall.NtQueryState c) {
        if (c.infoClass() != 0) {
            return CallResult.of(NtStatus.STATUS_INVALID_INFO_CLASS);
        }
        if (c.length() != KernelCall.NtQueryState.BYTES) {
            return mismatch(KernelCall.NtQueryState.BYTES);
        }
        KObject object = kernel.handles.reference(caller, c.handle(), QUERY, c.type(), caller.mode());
        if (object == null) {
            return CallResult.of(kernel.handles.status());
        }
        int state = switch (object) {
            case EventObject event -> event.isSignaled() ? 1 : 0;
            case MutantObject mutant -> mutant.count();
            case SemaphoreObject semaphore -> semaphore.count();
            default -> throw new IllegalStateException(c.service() + " is asked of " + object.type());
        };
        return new CallResult(NtStatus.STATUS_SUCCESS, 0, object.id(), state, false);
    }

    CallResult symbolicLink(Caller caller, KernelCall.NtQuerySymbolicLinkObject c) {
        KObject object = kernel.handles.reference(caller, c.handle(), QUERY, ObjectType.SYMBOLIC_LINK, caller.mode());
        if (object == null) {
            return CallResult.of(kernel.handles.status());
        }
        // Whoever asks for the length is told, and measured by, the room that the target was made with: its characters and a 0.
        long length = 2L * ((SymbolicLinkObject) object).target().length();
        long maximum = length + 2;
        boolean fits = c.length() == ANY_LENGTH || c.length() >= (c.returnLength() ? maximum : length);
        return new CallResult(fits ? NtStatus.STATUS_SUCCESS : NtStatus.STATUS_BUFFER_TOO_SMALL, 0, object.id(), maximum, false);
    }

    /// Lists a directory: reports how many entries it gave.
    CallResult directory(Caller caller, KernelCall.NtQueryDirectoryObject c) {
        KObject object = kernel.handles.reference(caller, c.handle(), QUERY, ObjectType.DIRECTORY, caller.mode());
        if (object == null) {
            return CallResult.of(kernel.handles.status());
        }
        List<Integer> entries = List.copyOf(((DirectoryObject) object).entries().values());
        if (c.start() >= entries.size()) {
            return CallResult.of(NtStatus.STATUS_NO_MORE_ENTRIES);
        }
        // The list ends with an empty entry.
        long left = c.length() - 2 * stringBytes();
        int given = 0;
        for (int id : entries.subList(c.start(), c.single() ? c.start() + 1 : entries.size())) {
            left -= entryBytes(kernel.object(id));
            if (left < 0) {
                break;
            }
            given++;
        }
        if (given == 0) {
            return CallResult.of(NtStatus.STATUS_BUFFER_TOO_SMALL);
        }
        boolean all = c.single() || c.start() + given == entries.size();
        return new CallResult(all ? NtStatus.STATUS_SUCCESS : NtStatus.STATUS_MORE_ENTRIES, 0, object.id(), given, false);
    }

    /// Two strings with their characters and a 0 each: the name and the type.
    private long entryBytes(KObject object) {
        return 2 * stringBytes() + 2L * object.name().length() + 2 + 2L * object.type().typeName().length() + 2;
    }
}
