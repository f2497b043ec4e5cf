package dev.handlens.kernel.io;

/// The kinds of requests that drivers are sent here.
public enum MajorFunction {
    /// A file object is opened on a device.
    IRP_MJ_CREATE,
    /// A control code is sent.
    IRP_MJ_DEVICE_CONTROL,
    /// The last handle to a file object, of any process, is closed.
    IRP_MJ_CLEANUP,
    /// The last reference to a file object is gone.
    IRP_MJ_CLOSE
}
