package dev.handlens.lens;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.io.DriverObject;
import dev.handlens.kernel.io.IoEvent;
import dev.handlens.kernel.io.Irp;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.kernel.ps.ProcessState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /// What a step did to requests, a line for each, in the order in which it happened.
    ///
    /// @param before the kernel before the step, which had those that are gone
    /// @param events what the step did between the I/O manager and drivers
    static List<String> effects(Kernel before, List<IoEvent> events) {
        Map<Integer, List<String>> told = new LinkedHashMap<>();
        for (IoEvent event : events) {
            String line = line(before, event);
            if (!line.isEmpty()) {
                told.computeIfAbsent(event.irp(), _ -> new ArrayList<>()).add(line);
            }
        }
        return told.entrySet().stream().map(request -> "request " + Words.hex(request.getKey()) + ": "
                + String.join(", ", request.getValue())).toList();
    }

    private static String line(Kernel before, IoEvent event) {
        String image = before.object(event.driver()) instanceof DriverObject driver ? driver.image() : "a driver";
        return switch (event.kind()) {
            case PENDING -> "sent to " + image + ", pending";
            case TAKEN -> "taken by " + image;
            case CANCEL -> "cancel requested";
            case COMPLETED -> (before.irps().get(event.irp()) == null ? "sent to " + image + ", completed at once" : "completed")
                    + " with " + event.status();
            case DISOWNED -> "given up by its thread";
            case CREATE, CLEANUP, CLOSE -> "";
        };
    }
}
