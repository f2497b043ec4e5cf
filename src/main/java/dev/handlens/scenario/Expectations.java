package dev.handlens.scenario;

import dev.handlens.kernel.CallResult;
import dev.handlens.kernel.Caller;
import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.NtStatus;
import dev.handlens.kernel.ObjectAttributes;
import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.kernel.ps.ThreadObject;
import java.util.ArrayList;
import java.util.List;

/// Compares what came of a call with what its scenario expects.
final class Expectations {
    private Expectations() {}

    /// @param bindings who the cast is by now
    /// @param caller who made it
    /// @param object id of the object that the call was about, or 0
    /// @param used the first handle that it used, or 0
    /// @return what was expected and what came instead, or empty text
    static String check(
            Kernel kernel, Bindings bindings, Caller caller, Scenario.Call call, CallResult result, int object, long used) {
        Scenario.Expect expect = call.expect();
        List<String> wrong = new ArrayList<>();
        if (expect.status() == null && !expect.anyStatus() && !result.status().isSuccess()) {
            wrong.add("expected success, got " + result.status());
        }
        if (expect.status() != null && !expect.status().equals(name(result, expect.status()))) {
            wrong.add("expected " + expect.status() + ", got " + result.status());
        }
        if (call.value() != 0 && result.handle() != 0 && result.handle() != call.value()) {
            wrong.add(String.format("expected the handle 0x%X, which was in use; got 0x%X", call.value(), result.handle()));
        }
        if (expect.handle() != null && expect.handle() != result.handle()) {
            wrong.add(String.format("expected the handle 0x%X, got 0x%X", expect.handle(), result.handle()));
        }
        KObject about = kernel.object(object);
        compare(wrong, "handle count", expect.handleCount(), about == null ? 0 : about.handleCount());
        compare(wrong, "pointer count", expect.pointerCount(), about == null ? 0 : about.pointerCount());
        if (expect.access() != null && expect.access() != granted(kernel, result, object)) {
            wrong.add(String.format("expected the access 0x%X, got 0x%X", expect.access(), granted(kernel, result, object)));
        }
        if (expect.information() != null && expect.information() != result.information()) {
            wrong.add("expected " + expect.information() + ", got " + result.information());
        }
        Integer attributes = expect.attributes();
        if (attributes != null && attributes != attributes(kernel, caller, result.handle() == 0 ? used : result.handle())) {
            wrong.add(String.format("expected the attributes 0x%X, got 0x%X", attributes,
                    attributes(kernel, caller, result.handle() == 0 ? used : result.handle())));
        }
        expect.pool().forEach((tag, bytes) -> {
            long inUse = kernel.pool().bytes(PoolKind.PAGED, tag) + kernel.pool().bytes(PoolKind.NONPAGED, tag);
            compare(wrong, "bytes under the tag '" + tag + "'", bytes, inUse);
        });
        expect.waits().forEach((who, ending) -> {
            String actual = ending(kernel.thread(bindings.tid(who)), ending);
            if (!actual.equals(ending)) {
                wrong.add("expected the wait of " + who + " to be " + ending + ", it is " + actual);
            }
        });
        return String.join("; ", wrong);
    }

    /// A satisfied wait may be expected under the name of its own.
    private static String name(CallResult result, String expected) {
        return result.blocked() ? result.status().name() : name(result.status(), result.information(), expected);
    }

    private static String name(NtStatus status, long index, String expected) {
        return expected.equals(status.nameOfWait(index)) ? expected : status.name();
    }

    /// How the last wait of a thread ended.
    private static String ending(ThreadObject thread, String expected) {
        if (thread == null || !thread.isRunning()) {
            return "over, for the thread has ended";
        }
        if (thread.isWaiting()) {
            return Grammar.WAITING;
        }
        return thread.wokenWith() == null ? "none, for it has not waited" : name(thread.wokenWith(), thread.wokenBy(), expected);
    }

    private static void compare(List<String> wrong, String what, long expected, long actual) {
        if (expected >= 0 && expected != actual) {
            wrong.add("expected " + what + " " + expected + ", got " + actual);
        }
    }

    /// What NtQueryObject tells of a handle: its own attributes, and those that its object was created with.
    private static int attributes(Kernel kernel, Caller caller, long handle) {
        ProcessObject process = kernel.process(Kernel.isKernelHandle(handle) ? Kernel.SYSTEM_PID : caller.pid());
        HandleEntry entry = process == null || process.table() == null ? null : process.table().entry(handle & ~Kernel.KERNEL_HANDLE_BITS);
        KObject object = entry == null ? null : kernel.object(entry.object());
        if (object == null) {
            return 0;
        }
        int permanent = object.isPermanent() ? ObjectAttributes.PERMANENT : 0;
        return entry.attributes() | permanent | object.exclusiveBits() & ObjectAttributes.EXCLUSIVE;
    }

    private static int granted(Kernel kernel, CallResult result, int object) {
        for (ProcessObject process : kernel.processes()) {
            HandleEntry entry = process.table() == null ? null : process.table().entry(result.handle() & ~Kernel.KERNEL_HANDLE_BITS);
            if (entry != null && entry.object() == object && entry.stamp() == kernel.stamp()) {
                return entry.grantedAccess();
            }
        }
        return 0;
    }
}
