package dev.handlens.lens;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.cm.KeyObject;
import dev.handlens.kernel.io.FileObject;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.kernel.ps.ThreadObject;

/// What objects and processes are called.
final class Naming {
    private Naming() {}

    /// Whether people know an object by a name: processes and threads by their ids, as in Process Explorer.
    static boolean isNamed(Kernel kernel, KObject object) {
        return switch (object) {
            case null -> false;
            case FileObject _, KeyObject _, ProcessObject _, ThreadObject _ -> true;
            default -> object.directory() != 0 || object.id() == kernel.rootDirectory();
        };
    }

    /// The name of an object, or the last one it had in its directory when it is no longer listed, or empty.
    static String nameOf(Kernel kernel, KObject object) {
        if (object == null) {
            return "";
        }
        String name = kernel.nameOf(object);
        return name.isEmpty() && object.name() != null ? object.name() : name;
    }

    /// Type and name, such as `File \Device\Gizmo`, or the type and the id of an object without a name, such as `Event 0x8A`.
    static String title(Kernel kernel, KObject object) {
        if (object instanceof ThreadObject thread) {
            return "Thread " + thread.tid() + " of " + process(kernel, thread.pid());
        }
        String name = nameOf(kernel, object);
        return object.type().typeName() + " " + (name.isEmpty() ? Words.hex(object.id()) : name);
    }

    /// The image name of a process, or its id when it is gone.
    static String process(Kernel kernel, int pid) {
        ProcessObject process = kernel.process(pid);
        return process == null ? "process " + pid : process.imageName();
    }
}
