package dev.handlens.kernel;

import dev.handlens.kernel.io.DeviceObject;
import dev.handlens.kernel.io.DriverObject;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.ob.ReferenceKind;
import dev.handlens.kernel.se.AccessMask;

/// What drivers do with devices, their registry keys and named events.
final class DeviceCalls {
    private static final Caller SYSTEM = new Caller(Kernel.SYSTEM_PID, 0, PreviousMode.KERNEL);
    private static final String SERVICES = "\\REGISTRY\\MACHINE\\SYSTEM\\CurrentControlSet\\Services";

    private final Kernel kernel;

    DeviceCalls(Kernel kernel) {
        this.kernel = kernel;
    }

    /// Takes a device out of the namespace at once; the object stays until its last file is closed.
    CallResult delete(KernelCall.IoDeleteDevice c) {
        DeviceObject device = find(c.name());
        if (device == null) {
            return CallResult.of(NtStatus.STATUS_NO_SUCH_DEVICE);
        }
        int id = device.id();
        kernel.writable(device).delete();
        kernel.ob.removeName(kernel.object(id));
        releaseIfDeleted((DeviceObject) kernel.object(id));
        return CallResult.of(NtStatus.STATUS_SUCCESS);
    }

    /// Lets a device go that was deleted and is not open any more.
    void releaseIfDeleted(DeviceObject device) {
        if (device.isDeleted() && device.openFiles() == 0) {
            kernel.ob.release(device, ReferenceKind.DEVICE_OF_DRIVER, device.driver());
        }
    }

    private DeviceObject find(String name) {
        Namespace.Lookup lookup = kernel.names.lookup(SYSTEM, ObjectAttributes.named(name), ObjectType.DEVICE);
        return lookup.object() instanceof DeviceObject device && lookup.rest().isEmpty() ? device : null;
    }

    /// Opens the key of the driver that a device belongs to, which is made when it is asked for the first time.
    CallResult openKey(Caller caller, KernelCall.IoOpenDeviceRegistryKey c) {
        DeviceObject device = find(c.device());
        if (device == null) {
            return CallResult.of(NtStatus.STATUS_INVALID_DEVICE_REQUEST);
        }
        DriverObject driver = (DriverObject) kernel.object(device.driver());
        int bits = ObjectAttributes.KERNEL_HANDLE | ObjectAttributes.CASE_INSENSITIVE;
        ObjectAttributes key = new ObjectAttributes(SERVICES + "\\" + driver.name(), 0, bits);
        return kernel.creates.key(inKernelMode(caller), c.access(), key, true);
    }

    /// The event of a name, made signaled if it is not there. The pointer that comes with the kernel handle is not counted.
    CallResult event(Caller caller, KernelCall.IoCreateEvent c) {
        int bits = ObjectAttributes.OPENIF | ObjectAttributes.KERNEL_HANDLE;
        ObjectAttributes attributes = new ObjectAttributes(c.name(), 0, bits);
        return kernel.creates.event(inKernelMode(caller), new KernelCall.NtCreateEvent(AccessMask.GENERIC_ALL, attributes, c.kind(), true));
    }

    private static Caller inKernelMode(Caller caller) {
        return new Caller(caller.pid(), caller.tid(), PreviousMode.KERNEL);
    }
}
