package dev.handlens.kernel;

import dev.handlens.kernel.cm.KeyObject;
import dev.handlens.kernel.ex.EventObject;
import dev.handlens.kernel.ex.KeyedEventObject;
import dev.handlens.kernel.ex.MutantObject;
import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.kernel.ex.SemaphoreObject;
import dev.handlens.kernel.ex.TimerObject;
import dev.handlens.kernel.io.IoCompletionObject;
import dev.handlens.kernel.mm.SectionObject;
import dev.handlens.kernel.ob.DirectoryObject;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.ob.ReferenceKind;
import dev.handlens.kernel.ob.SymbolicLinkObject;
import dev.handlens.kernel.ps.JobObject;
import dev.handlens.kernel.ps.ThreadObject;
import dev.handlens.kernel.se.Privilege;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Calls that create or open objects of the namespace.
final class CreateCalls {
    private static final int ATTRIBUTE_BITS = 0x1FF2;
    private static final int DIRECTORY_NAME_LIMIT = 32767;

    private final Kernel kernel;

    CreateCalls(Kernel kernel) {
        this.kernel = kernel;
    }

    CallResult event(Caller caller, KernelCall.NtCreateEvent c) {
        if (c.kind() == null) {
            return CallResult.of(NtStatus.STATUS_INVALID_PARAMETER);
        }
        return create(caller, ObjectType.EVENT, c.attributes(), c.access(), birth -> new EventObject(birth, c.kind(), c.initialState()));
    }

    CallResult semaphore(Caller caller, KernelCall.NtCreateSemaphore c) {
        if (c.maximumCount() <= 0 || c.initialCount() < 0 || c.initialCount() > c.maximumCount()) {
            return CallResult.of(NtStatus.STATUS_INVALID_PARAMETER);
        }
        return create(caller, ObjectType.SEMAPHORE, c.attributes(), c.access(),
                birth -> new SemaphoreObject(birth, c.initialCount(), c.maximumCount()));
    }

    CallResult mutant(Caller caller, KernelCall.NtCreateMutant c) {
        CallResult result = create(caller, ObjectType.MUTANT, c.attributes(), c.access(),
                birth -> new MutantObject(birth, c.initialOwner() ? caller.tid() : 0));
        if (c.initialOwner() && result.status() == NtStatus.STATUS_SUCCESS) {
            ThreadObject owner = kernel.writable(kernel.thread(caller.tid()));
            List<Integer> owned = new ArrayList<>(owner.ownedMutants());
            owned.add(result.object());
            owner.setOwnedMutants(owned);
        }
        return result;
    }

    CallResult timer(Caller caller, KernelCall.NtCreateTimer c) {
        if (c.kind() == null) {
            return CallResult.of(NtStatus.STATUS_INVALID_PARAMETER_4);
        }
        return create(caller, ObjectType.TIMER, c.attributes(), c.access(), birth -> new TimerObject(birth, c.kind()));
    }

    CallResult section(Caller caller, KernelCall.NtCreateSection c) {
        if (c.size() < 0) {
            return CallResult.of(NtStatus.STATUS_INVALID_PARAMETER);
        }
        if (c.file() == 0) {
            return c.size() == 0
                    ? CallResult.of(NtStatus.STATUS_INVALID_PARAMETER_4)
                    : create(caller, ObjectType.SECTION, c.attributes(), c.access(), birth -> new SectionObject(birth, c.size(), 0));
        }
        KObject file = kernel.handles.reference(caller, c.file(), IoManager.FILE_READ_DATA, ObjectType.FILE, caller.mode());
        if (file == null) {
            return CallResult.of(kernel.handles.status());
        }
        return create(caller, ObjectType.SECTION, c.attributes(), c.access(), birth -> {
            kernel.ob.refer(file, ReferenceKind.SECTION_FILE, birth.id());
            return new SectionObject(birth, c.size(), file.id());
        });
    }

    CallResult job(Caller caller, KernelCall.NtCreateJobObject c) {
        return create(caller, ObjectType.JOB, c.attributes(), c.access(), JobObject::new);
    }

    CallResult ioCompletion(Caller caller, KernelCall.NtCreateIoCompletion c) {
        return create(caller, ObjectType.IO_COMPLETION, c.attributes(), c.access(), birth -> new IoCompletionObject(birth, c.concurrency()));
    }

    CallResult keyedEvent(Caller caller, KernelCall.NtCreateKeyedEvent c) {
        return c.flags() != 0
                ? CallResult.of(NtStatus.STATUS_INVALID_PARAMETER_4)
                : create(caller, ObjectType.KEYED_EVENT, c.attributes(), c.access(), KeyedEventObject::new);
    }

    CallResult directory(Caller caller, KernelCall.NtCreateDirectoryObject c) {
        return create(caller, ObjectType.DIRECTORY, c.attributes(), c.access(), DirectoryObject::new);
    }

    CallResult symbolicLink(Caller caller, KernelCall.NtCreateSymbolicLinkObject c) {
        if (c.target().isEmpty()) {
            return CallResult.of(NtStatus.STATUS_INVALID_PARAMETER);
        }
        if (!kernel.allocate(owner(caller), PoolKind.PAGED, ObjectManager.LINK_TARGET_TAG, kernel.blockBytes(2L * c.target().length()))) {
            return CallResult.of(NtStatus.STATUS_INSUFFICIENT_RESOURCES);
        }
        // The target string is paid for before the link exists; it is given back with the link, or here when there never was one.
        boolean[] made = {false};
        CallResult result = create(caller, ObjectType.SYMBOLIC_LINK, c.attributes(), c.access(), birth -> {
            made[0] = true;
            return new SymbolicLinkObject(birth, c.target());
        });
        if (!made[0]) {
            kernel.free(owner(caller), PoolKind.PAGED, ObjectManager.LINK_TARGET_TAG, 1, kernel.blockBytes(2L * c.target().length()));
        }
        return result;
    }

    /// Opens an existing object by its name.
    CallResult open(Caller caller, KernelCall.NtOpenObject c) {
        if (c.attributes() == null) {
            return CallResult.of(NtStatus.STATUS_INVALID_PARAMETER);
        }
        NtStatus captured = capture(caller, c.attributes());
        if (!captured.isSuccess()) {
            return CallResult.of(captured);
        }
        if (c.attributes().name() == null) {
            return CallResult.of(NtStatus.STATUS_OBJECT_PATH_SYNTAX_BAD);
        }
        Namespace.Lookup lookup = kernel.names.lookup(caller, c.attributes(), c.type());
        if (!lookup.status().isSuccess()) {
            return CallResult.of(lookup.status());
        }
        if (lookup.object() == null) {
            return CallResult.of(NtStatus.STATUS_OBJECT_NAME_NOT_FOUND);
        }
        if (lookup.object().type() != c.type()) {
            return CallResult.of(NtStatus.STATUS_OBJECT_TYPE_MISMATCH);
        }
        if ((c.attributes().attributes() & c.type().refusedAttributes()) != 0) {
            return CallResult.of(NtStatus.STATUS_INVALID_PARAMETER);
        }
        return handle(caller, lookup.object(), c.access(), c.attributes().attributes(), HandleManager.Reason.OPEN, NtStatus.STATUS_SUCCESS);
    }

    /// Checks OBJECT_ATTRIBUTES as they are captured from a caller.
    private static NtStatus capture(Caller caller, ObjectAttributes attributes) {
        int known = caller.mode() == PreviousMode.USER ? ATTRIBUTE_BITS : ATTRIBUTE_BITS | ObjectAttributes.KERNEL_EXCLUSIVE;
        if ((attributes.attributes() & ~known) != 0) {
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        if (attributes.name() == null) {
            return attributes.root() == 0 ? NtStatus.STATUS_SUCCESS : NtStatus.STATUS_OBJECT_NAME_INVALID;
        }
        return attributes.name().length() >= DIRECTORY_NAME_LIMIT ? NtStatus.STATUS_OBJECT_NAME_INVALID : NtStatus.STATUS_SUCCESS;
    }

    private int owner(Caller caller) {
        return kernel.process(caller.pid()).id();
    }

    private CallResult create(Caller caller, ObjectType type, ObjectAttributes given, int access, Function<KObject.Birth, KObject> maker) {
        ObjectAttributes attributes = given == null ? ObjectAttributes.NONE : given;
        NtStatus captured = capture(caller, attributes);
        if (!captured.isSuccess()) {
            return CallResult.of(captured);
        }
        int bits = attributes.attributes();
        if ((bits & type.refusedAttributes()) != 0) {
            return CallResult.of(NtStatus.STATUS_INVALID_PARAMETER);
        }
        if ((bits & ObjectAttributes.PERMANENT) != 0 && !kernel.security.holds(caller, Privilege.CREATE_PERMANENT)) {
            return CallResult.of(NtStatus.STATUS_PRIVILEGE_NOT_HELD);
        }
        String name = attributes.name() == null || attributes.name().isEmpty() ? null : attributes.name();
        Namespace.Lookup place = name == null ? null : kernel.names.lookup(caller, attributes, type);
        String leaf = name == null ? null : leaf(place, name);
        KObject object = kernel.ob.allocate(owner(caller), type, leaf, (bits & ObjectAttributes.EXCLUSIVE) != 0, maker);
        if (object == null) {
            return CallResult.of(NtStatus.STATUS_INSUFFICIENT_RESOURCES);
        }
        if (leaf != null && !kernel.ob.allocateName(object)) {
            kernel.ob.deleteUnnamed(kernel.object(object.id()));
            return CallResult.of(NtStatus.STATUS_INSUFFICIENT_RESOURCES);
        }
        object.setPermanent((bits & ObjectAttributes.PERMANENT) != 0);
        // The kernel keeps to itself only what has a name: nobody else could find the rest.
        int exclusive = leaf == null ? ObjectAttributes.EXCLUSIVE : ObjectAttributes.EXCLUSIVE | ObjectAttributes.KERNEL_EXCLUSIVE;
        object.setExclusiveBits(bits & exclusive);
        object.allow(attributes.allowed() == -1 ? -1 : type.genericMapping().map(attributes.allowed()));
        CallResult result = name == null
                ? handle(caller, object, access, bits, HandleManager.Reason.CREATE, NtStatus.STATUS_SUCCESS)
                : insert(caller, object, attributes, access, place);
        if (result.object() != object.id()) {
            kernel.ob.delete(kernel.object(object.id()));
        }
        return result;
    }

    /// The name that a new object gets: when a link leads to where it goes, that of the link's target.
    private static String leaf(Namespace.Lookup place, String name) {
        return place.leaf() != null ? place.leaf() : name.substring(name.lastIndexOf('\\') + 1);
    }

    /// Gives a new object its place in the namespace, or opens the one that is there already when the caller accepts that.
    private CallResult insert(Caller caller, KObject object, ObjectAttributes attributes, int access, Namespace.Lookup lookup) {
        ObjectType type = object.type();
        if (!lookup.status().isSuccess()) {
            return CallResult.of(lookup.status());
        }
        KObject existing = lookup.object();
        if (existing != null) {
            boolean sameType = existing.type() == type;
            if (sameType && (attributes.attributes() & ObjectAttributes.OPENIF) != 0) {
                return handle(caller, existing, access, attributes.attributes(), HandleManager.Reason.OPEN, NtStatus.STATUS_OBJECT_NAME_EXISTS);
            }
            // Since Vista another type is told apart, but only to user mode.
            boolean collision = sameType || caller.mode() == PreviousMode.KERNEL && (attributes.attributes() & ObjectAttributes.OPENIF) == 0;
            return CallResult.of(collision ? NtStatus.STATUS_OBJECT_NAME_COLLISION : NtStatus.STATUS_OBJECT_TYPE_MISMATCH);
        }
        if (!kernel.security.mayInsert(caller, attributes.attributes(), type, kernel.object(lookup.parent()))) {
            return CallResult.of(NtStatus.STATUS_ACCESS_DENIED);
        }
        if (!kernel.ob.insertName(object, lookup.parent())) {
            return CallResult.of(NtStatus.STATUS_INSUFFICIENT_RESOURCES);
        }
        CallResult result = handle(caller, object, access, attributes.attributes(), HandleManager.Reason.CREATE, NtStatus.STATUS_SUCCESS);
        if (!result.status().isSuccess()) {
            kernel.ob.unlistNew(object);
        }
        return result;
    }

    CallResult handle(Caller caller, KObject object, int access, int attributes, HandleManager.Reason reason, NtStatus success) {
        long value = kernel.handles.open(caller, object, access, attributes, reason);
        return value == 0 ? CallResult.of(kernel.handles.status()) : CallResult.handle(success, value, object.id());
    }

    /// Opens a registry key, or creates it below one that exists.
    CallResult key(Caller caller, int access, ObjectAttributes attributes, boolean mayCreate) {
        if (attributes == null || attributes.name() == null) {
            return CallResult.of(NtStatus.STATUS_ACCESS_VIOLATION);
        }
        if ((attributes.attributes() & ObjectType.KEY.refusedAttributes()) != 0) {
            return CallResult.of(NtStatus.STATUS_INVALID_PARAMETER);
        }
        String path = attributes.name();
        if (attributes.root() != 0) {
            KObject root = kernel.handles.reference(caller, attributes.root(), 0, ObjectType.KEY, caller.mode());
            if (root == null) {
                return CallResult.of(kernel.handles.status());
            }
            path = ((KeyObject) root).path() + (path.isEmpty() ? "" : "\\" + path);
        }
        boolean exists = kernel.hasRegistryKey(path);
        int parentEnd = path.lastIndexOf('\\');
        if (!exists && (!mayCreate || parentEnd <= 0 || !kernel.hasRegistryKey(path.substring(0, parentEnd)))) {
            return CallResult.of(NtStatus.STATUS_OBJECT_NAME_NOT_FOUND);
        }
        return openKey(caller, access, attributes.attributes(), path, exists);
    }

    private CallResult openKey(Caller caller, int access, int attributes, String path, boolean exists) {
        KObject object = kernel.ob.allocate(owner(caller), ObjectType.KEY, null, false, birth -> new KeyObject(birth, path));
        if (object == null) {
            return CallResult.of(NtStatus.STATUS_INSUFFICIENT_RESOURCES);
        }
        HandleManager.Reason reason = exists ? HandleManager.Reason.OPEN : HandleManager.Reason.CREATE;
        CallResult result = handle(caller, object, access, attributes, reason, NtStatus.STATUS_SUCCESS);
        if (!result.status().isSuccess()) {
            kernel.ob.delete(kernel.object(object.id()));
        } else if (!exists) {
            kernel.addRegistryKey(path);
        }
        return result;
    }
}
