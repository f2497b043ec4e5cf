package dev.handlens.kernel;

import dev.handlens.kernel.cm.KeyObject;
import dev.handlens.kernel.io.DeviceObject;
import dev.handlens.kernel.io.FileObject;
import dev.handlens.kernel.ob.DirectoryObject;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.ob.SymbolicLinkObject;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.kernel.ps.ThreadObject;

/// The object namespace: directories, symbolic links, and the names that go on behind a device.
final class Namespace {
    /// Symbolic links followed for one name at most; more are taken for a circle.
    private static final int MAXIMUM_REPARSES = 30;

    /// What a name leads to.
    ///
    /// @param status `STATUS_SUCCESS`, or why it leads nowhere
    /// @param object the object, or null when the last component is not there (then `parent` and `leaf` say where it would be)
    /// @param parent id of the directory of the last component
    /// @param leaf last component
    /// @param rest what follows a device, with its leading backslash; empty for none
    record Lookup(NtStatus status, KObject object, int parent, String leaf, String rest) {
        static Lookup failed(NtStatus status) {
            return new Lookup(status, null, 0, null, "");
        }

        static Lookup found(KObject object, String rest) {
            return new Lookup(NtStatus.STATUS_SUCCESS, object, 0, null, rest);
        }
    }

    private final Kernel kernel;

    Namespace(Kernel kernel) {
        this.kernel = kernel;
    }

    /// Follows a name.
    ///
    /// @param type type that is looked for: its own links are not followed when it is the last component
    Lookup lookup(Caller caller, ObjectAttributes attributes, ObjectType type) {
        String name = attributes.name();
        if (attributes.root() != 0) {
            return lookupBelow(caller, attributes, type);
        }
        if (name.isEmpty() || name.charAt(0) != '\\') {
            return Lookup.failed(NtStatus.STATUS_OBJECT_PATH_SYNTAX_BAD);
        }
        return walk(caller, kernel.rootDirectory(), name.substring(1), attributes, type, 0);
    }

    private Lookup lookupBelow(Caller caller, ObjectAttributes attributes, ObjectType type) {
        KObject root = kernel.handles.reference(caller, attributes.root(), 0, null, caller.mode());
        if (root == null) {
            return Lookup.failed(kernel.handles.status());
        }
        if (attributes.name().startsWith("\\") && !(root instanceof FileObject)) {
            return Lookup.failed(NtStatus.STATUS_OBJECT_PATH_SYNTAX_BAD);
        }
        return switch (root) {
            case DirectoryObject directory -> walk(caller, directory.id(), attributes.name(), attributes, type, 0);
            case FileObject file -> Lookup.found(kernel.object(file.device()), below(file, attributes.name()));
            default -> Lookup.failed(NtStatus.STATUS_OBJECT_TYPE_MISMATCH);
        };
    }

    private String below(FileObject file, String name) {
        String rest = file.path().substring(nameOf(kernel.object(file.device())).length());
        return name.isEmpty() || name.startsWith("\\") ? rest + name : rest + "\\" + name;
    }

    private Lookup walk(Caller caller, int start, String path, ObjectAttributes attributes, ObjectType type, int reparses) {
        if (path.isEmpty()) {
            return Lookup.found(kernel.object(start), "");
        }
        DirectoryObject directory = (DirectoryObject) kernel.object(start);
        if (!kernel.security.mayTraverse(caller, attributes.attributes(), directory)) {
            return Lookup.failed(NtStatus.STATUS_ACCESS_DENIED);
        }
        int end = path.indexOf('\\');
        String component = end < 0 ? path : path.substring(0, end);
        String remaining = end < 0 ? null : path.substring(end + 1);
        if (component.isEmpty()) {
            return Lookup.failed(NtStatus.STATUS_OBJECT_NAME_INVALID);
        }
        KObject next = kernel.object(directory.find(component, ignoresCase(attributes, type)));
        if (next == null) {
            return remaining == null
                    ? new Lookup(NtStatus.STATUS_SUCCESS, null, directory.id(), component, "")
                    : Lookup.failed(NtStatus.STATUS_OBJECT_PATH_NOT_FOUND);
        }
        return switch (next) {
            case DirectoryObject inner when remaining != null && remaining.isEmpty() -> Lookup.failed(NtStatus.STATUS_OBJECT_NAME_INVALID);
            case DirectoryObject inner when remaining != null -> walk(caller, inner.id(), remaining, attributes, type, reparses);
            case SymbolicLinkObject link when remaining != null || !opensLink(attributes, type) ->
                    follow(caller, link, remaining, attributes, type, reparses);
            case DeviceObject device -> Lookup.found(device, remaining == null ? "" : "\\" + remaining);
            default -> remaining == null ? Lookup.found(next, "") : Lookup.failed(NtStatus.STATUS_OBJECT_TYPE_MISMATCH);
        };
    }

    private Lookup follow(Caller caller, SymbolicLinkObject link, String remaining, ObjectAttributes attributes, ObjectType type, int reparses) {
        if (reparses == MAXIMUM_REPARSES) {
            return Lookup.failed(NtStatus.STATUS_OBJECT_NAME_NOT_FOUND);
        }
        String target = remaining == null ? link.target() : link.target() + "\\" + remaining;
        return target.startsWith("\\")
                ? walk(caller, kernel.rootDirectory(), target.substring(1), attributes, type, reparses + 1)
                : Lookup.failed(NtStatus.STATUS_OBJECT_PATH_SYNTAX_BAD);
    }

    private static boolean ignoresCase(ObjectAttributes attributes, ObjectType type) {
        return (attributes.attributes() & ObjectAttributes.CASE_INSENSITIVE) != 0 || type == null || type.isCaseInsensitive();
    }

    private static boolean opensLink(ObjectAttributes attributes, ObjectType type) {
        return type == ObjectType.SYMBOLIC_LINK || (attributes.attributes() & ObjectAttributes.OPENLINK) != 0;
    }

    /// The name of an object as people know it, empty for none.
    String nameOf(KObject object) {
        return switch (object) {
            case FileObject file -> file.path();
            case KeyObject key -> key.path();
            case ProcessObject process -> process.imageName() + " (" + process.pid() + ")";
            case ThreadObject thread -> threadName(thread);
            default -> pathOf(object);
        };
    }

    private String threadName(ThreadObject thread) {
        ProcessObject process = (ProcessObject) kernel.object(thread.process());
        return (process == null ? "?" : process.imageName()) + " thread " + thread.tid();
    }

    private String pathOf(KObject object) {
        if (object.id() == kernel.rootDirectory()) {
            return "\\";
        }
        if (object.directory() == 0) {
            return "";
        }
        String parent = pathOf(kernel.object(object.directory()));
        return parent.equals("\\") ? parent + object.name() : parent + "\\" + object.name();
    }
}
