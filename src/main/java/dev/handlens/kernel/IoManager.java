package dev.handlens.kernel;

import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.kernel.io.DeviceObject;
import dev.handlens.kernel.io.DriverObject;
import dev.handlens.kernel.io.FileObject;
import dev.handlens.kernel.io.IoEvent;
import dev.handlens.kernel.io.MajorFunction;
import dev.handlens.kernel.ob.DirectoryObject;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.ob.ReferenceKind;
import java.util.List;
import dev.handlens.kernel.se.AccessMask;

/// Drivers, devices and the files opened on them.
final class IoManager {
    static final int FILE_READ_DATA = 0x1;
    static final int FILE_WRITE_DATA = 0x2;
    private static final int FILE_APPEND_DATA = 0x4;
    private static final String FILE_NAME_TAG = "IoNm";

    private final Kernel kernel;

    IoManager(Kernel kernel) {
        this.kernel = kernel;
    }

    // ---- drivers and devices --------------------------------------------------------------------------------------

    CallResult loadDriver(KernelCall.IoLoadDriver c) {
        String image = c.name();
        String name = image.endsWith(".sys") ? image.substring(0, image.length() - 4) : image;
        if (driverDirectory() == null) {
            return CallResult.of(NtStatus.STATUS_OBJECT_PATH_NOT_FOUND);
        }
        if (driverDirectory().find(name, true) != 0) {
            return CallResult.of(NtStatus.STATUS_OBJECT_NAME_COLLISION);
        }
        int system = kernel.process(Kernel.SYSTEM_PID).id();
        KObject driver = kernel.ob.allocate(system, ObjectType.DRIVER, name, false, birth -> new DriverObject(birth, image, c.behavior()));
        if (!kernel.ob.insertOrDelete(driver, driverDirectory().id())) {
            return CallResult.of(NtStatus.STATUS_INSUFFICIENT_RESOURCES);
        }
        kernel.writable(driver).setPermanent(true);
        return new CallResult(NtStatus.STATUS_SUCCESS, 0, driver.id(), 0, false);
    }

    /// The directory of drivers, or null when it is gone.
    private DirectoryObject driverDirectory() {
        DirectoryObject root = (DirectoryObject) kernel.object(kernel.rootDirectory());
        // Somebody with the right to delete it may have made even this directory temporary, and its name may be another object's by now.
        return kernel.object(root.find("Driver", false)) instanceof DirectoryObject directory ? directory : null;
    }

    /// A loaded driver by its file name, or null.
    DriverObject driver(String image) {
        DirectoryObject directory = driverDirectory();
        for (int id : directory == null ? List.<Integer>of() : directory.entries().values()) {
            if (kernel.object(id) instanceof DriverObject driver && driver.image().equals(image)) {
                return driver;
            }
        }
        return null;
    }

    CallResult createDevice(KernelCall.IoCreateDevice c) {
        DriverObject driver = driver(c.driver());
        if (driver == null) {
            return CallResult.of(NtStatus.STATUS_INVALID_PARAMETER);
        }
        Caller system = new Caller(Kernel.SYSTEM_PID, 0, PreviousMode.KERNEL);
        Namespace.Lookup lookup = kernel.names.lookup(system, ObjectAttributes.named(c.name()), ObjectType.DEVICE);
        if (!lookup.status().isSuccess()) {
            return CallResult.of(lookup.status());
        }
        if (lookup.object() != null) {
            return CallResult.of(NtStatus.STATUS_OBJECT_NAME_COLLISION);
        }
        int owner = kernel.process(Kernel.SYSTEM_PID).id();
        KObject device = kernel.ob.allocate(owner, ObjectType.DEVICE, lookup.leaf(), false, birth -> new DeviceObject(birth, driver.id()));
        if (!kernel.ob.insertOrDelete(device, lookup.parent())) {
            return CallResult.of(NtStatus.STATUS_INSUFFICIENT_RESOURCES);
        }
        kernel.ob.refer(device, ReferenceKind.DEVICE_OF_DRIVER, driver.id());
        return new CallResult(NtStatus.STATUS_SUCCESS, 0, device.id(), 0, false);
    }

    // ---- files ----------------------------------------------------------------------------------------------------

    CallResult createFile(Caller caller, KernelCall.NtCreateFile c) {
        ObjectAttributes attributes = c.attributes();
        if (attributes == null) {
            return CallResult.of(NtStatus.STATUS_INVALID_PARAMETER);
        }
        if (attributes.name() == null) {
            return CallResult.of(NtStatus.STATUS_OBJECT_PATH_SYNTAX_BAD);
        }
        boolean unwaitable = c.synchronous() && (c.access() & AccessMask.SYNCHRONIZE) == 0 && caller.mode() == PreviousMode.USER;
        if (unwaitable || (attributes.attributes() & ObjectType.FILE.refusedAttributes()) != 0) {
            return CallResult.of(NtStatus.STATUS_INVALID_PARAMETER);
        }
        Namespace.Lookup lookup = kernel.names.lookup(caller, attributes, ObjectType.FILE);
        if (!lookup.status().isSuccess()) {
            return CallResult.of(lookup.status());
        }
        if (lookup.object() == null) {
            return CallResult.of(NtStatus.STATUS_OBJECT_NAME_NOT_FOUND);
        }
        if (lookup.object() instanceof DeviceObject device && device.isDeleted()) {
            return CallResult.of(NtStatus.STATUS_NO_SUCH_DEVICE);
        }
        return lookup.object() instanceof DeviceObject device
                ? open(caller, device, lookup.rest(), c)
                : CallResult.of(NtStatus.STATUS_OBJECT_TYPE_MISMATCH);
    }

    private CallResult open(Caller caller, DeviceObject device, String rest, KernelCall.NtCreateFile c) {
        String path = kernel.nameOf(device) + rest;
        int owner = kernel.process(caller.pid()).id();
        int nameBytes = rest.isEmpty() ? 0 : (int) kernel.blockBytes(2L * rest.length());
        if (nameBytes > 0 && !kernel.allocate(owner, PoolKind.PAGED, FILE_NAME_TAG, nameBytes)) {
            return CallResult.of(NtStatus.STATUS_INSUFFICIENT_RESOURCES);
        }
        FileObject file = (FileObject) kernel.ob.allocate(
                owner, ObjectType.FILE, null, false, birth -> new FileObject(birth, device.id(), path, nameBytes, c.synchronous()));
        if (file == null) {
            if (nameBytes > 0) {
                kernel.free(owner, PoolKind.PAGED, FILE_NAME_TAG, 1, nameBytes);
            }
            return CallResult.of(NtStatus.STATUS_INSUFFICIENT_RESOURCES);
        }
        // A device's security descriptor decides who may open files on it.
        file.allow(device.allowedAccess());
        kernel.writable(device).addOpenFile(1);
        tell(file, MajorFunction.IRP_MJ_CREATE, IoEvent.Kind.CREATE);
        // The driver grants what is asked for; access 0 is refused to programs as by any other open.
        long handle = kernel.handles.open(caller, file, c.access(), c.attributes().attributes(), HandleManager.Reason.OPEN);
        if (handle == 0) {
            NtStatus status = kernel.handles.status();
            kernel.ob.delete(kernel.object(file.id()));
            return CallResult.of(status);
        }
        return CallResult.handle(NtStatus.STATUS_SUCCESS, handle, file.id());
    }

    /// Reads or writes, as far as the access granted at open decides it.
    CallResult transfer(Caller caller, long handle, int access) {
        KObject file = kernel.handles.reference(caller, handle, 0, ObjectType.FILE, caller.mode());
        if (file == null) {
            return CallResult.of(kernel.handles.status());
        }
        boolean append = access == FILE_WRITE_DATA
                && kernel.handles.reference(caller, handle, FILE_APPEND_DATA, ObjectType.FILE, caller.mode()) != null;
        if (!append && kernel.handles.reference(caller, handle, access, ObjectType.FILE, caller.mode()) == null) {
            return CallResult.of(kernel.handles.status());
        }
        return CallResult.of(NtStatus.STATUS_SUCCESS);
    }

    /// The last handle to a file is closed: its driver is told (IRP_MJ_CLEANUP) and completes what waits in its queue.
    void cleanUp(FileObject file) {
        kernel.writable(file).cleanUp();
        tell(file, MajorFunction.IRP_MJ_CLEANUP, IoEvent.Kind.CLEANUP);
        kernel.cancels.cleanUp(file);
    }

    /// The last reference to a file is gone: its driver is told (IRP_MJ_CLOSE), and its name is freed.
    void closed(FileObject file) {
        if (!file.isCleanedUp()) {
            // A file that never got a handle.
            tell(file, MajorFunction.IRP_MJ_CLEANUP, IoEvent.Kind.CLEANUP);
        }
        tell(file, MajorFunction.IRP_MJ_CLOSE, IoEvent.Kind.CLOSE);
        if (file.nameBytes() > 0) {
            kernel.free(file.chargedTo(), PoolKind.PAGED, FILE_NAME_TAG, 1, file.nameBytes());
        }
        DeviceObject device = kernel.writable((DeviceObject) kernel.object(file.device()));
        device.addOpenFile(-1);
        kernel.devices.releaseIfDeleted(device);
    }

    private void tell(FileObject file, MajorFunction function, IoEvent.Kind kind) {
        DriverObject driver = kernel.writable(kernel.requests.driverOf(file));
        driver.see(function);
        kernel.observer().io(new IoEvent(kind, driver.id(), file.id(), 0));
    }
}
