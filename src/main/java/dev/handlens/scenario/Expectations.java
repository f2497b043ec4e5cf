package dev.handlens.scenario;

import dev.handlens.kernel.CallResult;
import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.NtStatus;
import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ps.ProcessObject;
import java.util.ArrayList;
import java.util.List;

/// Compares what came of a call with what its scenario expects.
final class Expectations {
    private Expectations() {}

    /// @param object id of the object that the call was about, or 0
    /// @return what was expected and what came instead, or empty text
    static String check(Kernel kernel, Scenario.Call call, CallResult result, int object) {
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
        return String.join("; ", wrong);
    }

    /// A satisfied wait may be expected under the name of its own.
    private static String name(CallResult result, String expected) {
        boolean satisfied = result.status() == NtStatus.STATUS_SUCCESS && !result.blocked();
        return satisfied && expected.equals("STATUS_WAIT_" + result.information()) ? expected : result.status().name();
    }

    private static void compare(List<String> wrong, String what, long expected, long actual) {
        if (expected >= 0 && expected != actual) {
            wrong.add("expected " + what + " " + expected + ", got " + actual);
        }
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
