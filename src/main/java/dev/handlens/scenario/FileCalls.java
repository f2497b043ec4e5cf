package dev.handlens.scenario;

import static dev.handlens.scenario.CallField.access;
import static dev.handlens.scenario.CallField.optional;
import static dev.handlens.scenario.CallField.required;

import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.ObjectAttributes;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.se.AccessMask;
import dev.handlens.scenario.CallSpec.Result;
import java.util.ArrayList;
import java.util.List;

/// Calls on files, devices, registry keys and mapped sections.
final class FileCalls {
    /// Rights that the Win32 call adds to what its caller asks for.
    private static final int FILE_READ_ATTRIBUTES = 0x80;

    static final List<CallSpec> SPECS = List.of(
            new CallSpec("CreateFile", "NtCreateFile", Result.HANDLE_OF_NEW_OBJECT, ObjectType.FILE, false, List.of(
                    required("path", FieldKind.FILE_PATH, "file or device"), access(ObjectType.FILE, "GENERIC_READ"),
                    ObjectCalls.inherit(),
                    optional("overlapped", FieldKind.FLAG, "false", "FILE_FLAG_OVERLAPPED: its requests are not waited for")),
                    "Opens a file or device; SYNCHRONIZE and FILE_READ_ATTRIBUTES are added to the access.", a -> {
                        int access = a.access("access") | AccessMask.SYNCHRONIZE | FILE_READ_ATTRIBUTES;
                        AttributesOperand attributes =
                                a.win32Attributes(Win32Names.file(a.text("path")), ObjectAttributes.CASE_INSENSITIVE);
                        boolean synchronous = !a.flag("overlapped");
                        return v -> new KernelCall.NtCreateFile(access, attributes.value(v), true, synchronous);
                    }),
            file("NtCreateFile", "NtCreateFile", false, "Creates or opens a file, or opens a device.", true),
            file("NtOpenFile", "NtOpenFile", false, "Opens a file or device.", false),
            file("IoCreateFile", "NtCreateFile", true,
                    "Creates or opens a file on behalf of a driver; OBJ_FORCE_ACCESS_CHECK stands for IO_FORCE_ACCESS_CHECK.", true),
            key("RegCreateKeyEx", "NtCreateKey", Result.HANDLE_OF_NEW_OBJECT, "Creates a registry key, or opens the one of that path."),
            key("RegOpenKeyEx", "NtOpenKey", Result.HANDLE, "Opens a registry key."),
            ntKey("NtCreateKey", Result.HANDLE_OF_NEW_OBJECT, "Creates or opens a registry key."),
            ntKey("NtOpenKey", Result.HANDLE, "Opens a registry key."),
            onHandle("ReadFile", "NtReadFile", "Reads from a file; needs FILE_READ_DATA.", KernelCall.NtReadFile::new),
            onHandle("NtReadFile", "NtReadFile", "Reads from a file; needs FILE_READ_DATA.", KernelCall.NtReadFile::new),
            onHandle("WriteFile", "NtWriteFile", "Writes to a file; needs FILE_WRITE_DATA.", KernelCall.NtWriteFile::new),
            onHandle("NtWriteFile", "NtWriteFile", "Writes to a file; needs FILE_WRITE_DATA.", KernelCall.NtWriteFile::new),
            onHandle("MapViewOfFile", "NtMapViewOfSection", "Maps a section into the caller's process.",
                    handle -> new KernelCall.NtMapViewOfSection(handle)),
            onHandle("NtMapViewOfSection", "NtMapViewOfSection", "Maps a section into the caller's process.",
                    handle -> new KernelCall.NtMapViewOfSection(handle)),
            unmap("UnmapViewOfFile"),
            unmap("NtUnmapViewOfSection"));

    private FileCalls() {}

    private static CallSpec unmap(String name) {
        List<CallField> fields = List.of(required("section", FieldKind.POINTER, "variable with a handle to the section, open or not"));
        String doc = "Takes a view of a section away from the caller's process.";
        return new CallSpec(name, "NtUnmapViewOfSection", Result.NOTHING, null, false, fields, doc, a -> {
            int section = a.pointer("section");
            return v -> new KernelCall.NtUnmapViewOfSection(v.object(section));
        });
    }

    private static CallSpec file(String name, String service, boolean kernelMode, String doc, boolean createOptions) {
        List<CallField> fields = new ArrayList<>(ObjectCalls.attributeFields(ObjectType.FILE, "FILE_GENERIC_READ", true));
        fields.add(optional("synchronous", FieldKind.FLAG, "false", "FILE_SYNCHRONOUS_IO_NONALERT: its requests are waited for"));
        return new CallSpec(name, service, Result.HANDLE_OF_NEW_OBJECT, ObjectType.FILE, kernelMode, List.copyOf(fields), doc, a -> {
            int access = a.access("access");
            AttributesOperand attributes = a.attributes();
            boolean synchronous = a.flag("synchronous");
            return v -> new KernelCall.NtCreateFile(access, attributes.value(v), createOptions, synchronous);
        });
    }

    private static CallSpec key(String name, String service, Result result, String doc) {
        List<CallField> fields = List.of(
                required("path", FieldKind.KEY_PATH, "the key"), access(ObjectType.KEY, "KEY_READ"), ObjectCalls.inherit());
        return new CallSpec(name, service, result, ObjectType.KEY, false, fields, doc, a -> {
            int access = a.access("access");
            AttributesOperand attributes = a.win32Attributes(Win32Names.key(a.text("path")), ObjectAttributes.CASE_INSENSITIVE);
            return keyCall(service, access, attributes);
        });
    }

    private static CallSpec ntKey(String service, Result result, String doc) {
        List<CallField> fields = ObjectCalls.attributeFields(ObjectType.KEY, "KEY_READ", true);
        return new CallSpec(service, service, result, ObjectType.KEY, false, fields, doc, a -> {
            int access = a.access("access");
            AttributesOperand attributes = a.attributes();
            return keyCall(service, access, attributes);
        });
    }

    private static CallBuilder keyCall(String service, int access, AttributesOperand attributes) {
        if (service.equals("NtCreateKey")) {
            return v -> new KernelCall.NtCreateKey(access, attributes.value(v));
        }
        return v -> new KernelCall.NtOpenKey(access, attributes.value(v));
    }

    /// Makes a call of a handle alone.
    interface OfHandle {
        KernelCall of(long handle);
    }

    /// A call whose one argument is a handle.
    static CallSpec onHandle(String name, String service, String doc, OfHandle call) {
        List<CallField> fields = List.of(required("handle", FieldKind.HANDLE, "the handle"));
        return new CallSpec(name, service, Result.NOTHING, null, false, fields, doc, a -> {
            Operand handle = a.handle("handle");
            return v -> call.of(handle.value(v));
        });
    }
}
