package dev.handlens.kernel;

import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.kernel.ob.DirectoryObject;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.ob.ReferenceKind;
import dev.handlens.kernel.ob.SymbolicLinkObject;
import dev.handlens.kernel.ob.TypeObject;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.kernel.se.AccessMask;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// What a machine has when it has booted.
final class Boot {
    private static final List<String> DIRECTORIES =
            List.of("ObjectTypes", "Device", "Driver", "BaseNamedObjects", "KnownDlls", "GLOBAL??");
    private static final List<String> KEYS = List.of(
            "\\REGISTRY", "\\REGISTRY\\MACHINE", "\\REGISTRY\\USER", "\\REGISTRY\\MACHINE\\SOFTWARE", "\\REGISTRY\\MACHINE\\SYSTEM",
            "\\REGISTRY\\MACHINE\\HARDWARE", "\\REGISTRY\\MACHINE\\SOFTWARE\\Microsoft", "\\REGISTRY\\MACHINE\\SOFTWARE\\Policies",
            "\\REGISTRY\\MACHINE\\SOFTWARE\\Microsoft\\Windows", "\\REGISTRY\\MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion",
            "\\REGISTRY\\MACHINE\\SOFTWARE\\Microsoft\\Windows NT", "\\REGISTRY\\MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion",
            "\\REGISTRY\\MACHINE\\SYSTEM\\CurrentControlSet", "\\REGISTRY\\MACHINE\\SYSTEM\\CurrentControlSet\\Control",
            "\\REGISTRY\\MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Session Manager",
            "\\REGISTRY\\MACHINE\\SYSTEM\\CurrentControlSet\\Services",
            "\\REGISTRY\\USER\\S-1-5-21-1000", "\\REGISTRY\\USER\\S-1-5-21-1000\\Software", "\\REGISTRY\\USER\\S-1-5-21-1000\\Console");

    private final Kernel kernel;

    private Boot(Kernel kernel) {
        this.kernel = kernel;
    }

    /// The registry keys that a machine has. Names of keys ignore case.
    static SortedSet<String> registry() {
        SortedSet<String> keys = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        keys.addAll(KEYS);
        return keys;
    }

    /// Makes System, the namespace and the disk volume.
    ///
    /// @throws PoolTooSmallException when a pool has no room for them
    static void boot(Kernel kernel) {
        new Boot(kernel).boot();
    }

    private void boot() {
        ProcessObject system = allocated(kernel.processes.newProcess(null, "System", Kernel.SYSTEM_PID));
        kernel.ob.refer(system, ReferenceKind.SYSTEM, 0);
        allocated(kernel.processes.newThread((ProcessObject) kernel.object(system.id()), "", 0));
        KObject root = allocated(kernel.ob.allocate(system.id(), ObjectType.DIRECTORY, null, false, DirectoryObject::new));
        kernel.ob.refer(root, ReferenceKind.SYSTEM, 0);
        kernel.setRootDirectory(root.id());
        for (String name : DIRECTORIES) {
            add(kernel.ob.allocate(system.id(), ObjectType.DIRECTORY, name, false, DirectoryObject::new), "\\");
        }
        for (ObjectType type : ObjectType.values()) {
            add(kernel.ob.allocate(system.id(), ObjectType.TYPE, type.typeName(), false, TypeObject::new), "\\ObjectTypes");
        }
        link("??", "\\GLOBAL??", "\\");
        link("DosDevices", "\\??", "\\");
        check(kernel.io.loadDriver(new KernelCall.IoLoadDriver("ntfs.sys")));
        check(kernel.io.createDevice(new KernelCall.IoCreateDevice("ntfs.sys", "\\Device\\HarddiskVolume2")));
        link("C:", "\\Device\\HarddiskVolume2", "\\GLOBAL??");
        openSystemHandles();
    }

    /// The handful of kernel handles that System has from boot on.
    private void openSystemHandles() {
        int tid = kernel.threads().getFirst().tid();
        Caller system = new Caller(Kernel.SYSTEM_PID, tid, PreviousMode.KERNEL);
        for (String key : List.of("\\REGISTRY\\MACHINE\\HARDWARE", "\\REGISTRY\\MACHINE\\SYSTEM", "\\REGISTRY\\MACHINE\\SOFTWARE")) {
            check(kernel.execute(0, system, new KernelCall.NtOpenKey(AccessMask.GENERIC_ALL, kernelHandle(key))));
        }
        for (String file : List.of("\\$LogFile", "\\pagefile.sys", "\\Windows\\System32\\config\\SYSTEM")) {
            ObjectAttributes name = kernelHandle("\\Device\\HarddiskVolume2" + file);
            check(kernel.execute(0, system, new KernelCall.NtCreateFile(AccessMask.GENERIC_READ | AccessMask.GENERIC_WRITE, name, true)));
        }
    }

    private static ObjectAttributes kernelHandle(String name) {
        return new ObjectAttributes(name, 0, ObjectAttributes.KERNEL_HANDLE | ObjectAttributes.CASE_INSENSITIVE);
    }

    private void add(KObject made, String directory) {
        KObject object = allocated(made);
        check(kernel.ob.allocateName(object));
        DirectoryObject root = (DirectoryObject) kernel.object(kernel.rootDirectory());
        int parent = directory.equals("\\") ? root.id() : root.find(directory.substring(1), false);
        check(kernel.ob.insertName(object, parent));
        kernel.writable(kernel.object(object.id())).setPermanent(true);
    }

    private void link(String name, String target, String directory) {
        int owner = kernel.process(Kernel.SYSTEM_PID).id();
        check(kernel.allocate(owner, PoolKind.PAGED, ObjectManager.LINK_TARGET_TAG, kernel.blockBytes(2L * target.length())));
        add(kernel.ob.allocate(owner, ObjectType.SYMBOLIC_LINK, name, false, birth -> new SymbolicLinkObject(birth, target)), directory);
    }

    /// All that can fail while a machine boots is that a pool is full.
    private static void check(CallResult result) {
        check(result.status().isSuccess());
    }

    private static <T> T allocated(T made) {
        check(made != null);
        return made;
    }

    private static void check(boolean room) {
        if (!room) {
            throw new PoolTooSmallException();
        }
    }
}
