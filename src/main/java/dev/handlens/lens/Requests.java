package dev.handlens.lens;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.NtStatus;
import dev.handlens.kernel.io.DriverObject;
import dev.handlens.kernel.io.FileObject;
import dev.handlens.kernel.io.Irp;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.kernel.ps.ProcessState;
import java.util.ArrayList;
import java.util.List;

/// Requests that drivers have not completed, in words.
final class Requests {
    private Requests() {}

    /// File name of the driver that has a request.
    static String driver(Kernel kernel, Irp irp) {
        return kernel.object(irp.driver()) instanceof DriverObject driver ? driver.image() : "a driver that is gone";
    }

    /// Where a request is and whether it is to be cancelled, such as `in manual WDFQUEUE of gizmo.sys · cancel requested`.
    static String detail(Kernel kernel, Irp irp) {
        String image = driver(kernel, irp);
        String where = switch (irp.state()) {
            case TAKEN -> "taken by " + image;
            case QUEUED -> kernel.object(irp.driver()) instanceof DriverObject driver && driver.behavior().answer().hasQueue()
                    ? "in " + driver.behavior().answer().queue() + " of " + image
                    : "kept by " + image + ", in no queue";
        };
        return where + (irp.cancel() ? " · cancel requested" : "") + (irp.isDisowned() ? " · given up" : "");
    }

    /// Why a process that was told to end has not ended, such as `waits for a request in gizmo.sys`; empty text when nothing keeps it.
    static String keeps(Kernel kernel, ProcessObject process) {
        List<Irp> blockers = process.state() == ProcessState.TERMINATING ? kernel.blockers(process) : List.of();
        if (blockers.isEmpty()) {
            return "";
        }
        String what = blockers.size() == 1 ? "a request" : Words.count(blockers.size(), "request");
        return "waits for " + what + " in " + Words.list(blockers.stream().map(irp -> driver(kernel, irp)).distinct().toList());
    }

    /// What became of requests between two moments, a line each.
    static List<String> effects(Kernel before, Kernel after) {
        List<String> lines = new ArrayList<>();
        for (Irp now : after.irps().all()) {
            Irp then = before.irps().get(now.id());
            String name = "request " + Words.hex(now.id());
            if (then == null) {
                lines.add(name + " sent to " + driver(after, now) + ", pending");
                continue;
            }
            if (!then.cancel() && now.cancel()) {
                lines.add(name + ": cancel requested");
            }
            if (then.state() != now.state()) {
                lines.add(name + " " + now.state().words());
            }
            if (!then.isDisowned() && now.isDisowned()) {
                lines.add(name + " given up by its thread");
            }
        }
        for (Irp then : before.irps().all()) {
            if (after.irps().get(then.id()) == null) {
                lines.add("request " + Words.hex(then.id()) + (isCancelled(after, then) ? " cancelled and completed" : " completed"));
            }
        }
        return lines;
    }

    /// A thread that ends has its requests cancelled; otherwise the file tells how its last request went.
    private static boolean isCancelled(Kernel after, Irp gone) {
        boolean ended = after.thread(gone.tid()) == null || !after.thread(gone.tid()).isRunning();
        boolean said = after.object(gone.file()) instanceof FileObject file && file.lastStatus() != null
                && file.lastStatus().status() == NtStatus.STATUS_CANCELLED;
        return gone.cancel() || ended || said;
    }
}
