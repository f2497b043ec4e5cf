package dev.handlens.lens;

import dev.handlens.kernel.ps.HandleTrace;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.scenario.Machine;
import java.util.ArrayList;
import java.util.List;

/// Shows what handle tracing of the selected process recorded.
final class TraceProjector {
    private TraceProjector() {}

    static TraceFrame project(Machine machine, int pid) {
        ProcessObject process = machine.kernel().process(pid);
        if (process == null) {
            return TraceFrame.NONE;
        }
        HandleTrace trace = process.trace();
        if (trace == null) {
            return new TraceFrame(process.imageName(), false, 0, List.of(), List.of(), () -> "", () -> "");
        }
        List<HandleTrace.Record> records = trace.newestFirst();
        // The trace is a value, so its text can be made later, when the machine has gone on.
        HandleTraceText text = new HandleTraceText(machine.program(), machine.kernel().machine().architecture());
        return new TraceFrame(process.imageName(), true, records.size(), blocks(machine, records),
                blocks(machine, HandleTraceText.outstanding(records, trace.snapshot())),
                () -> text.list(HandleTraceText.sinceSnapshot(trace)), () -> text.difference(records, trace.snapshot()));
    }

    private static List<TraceFrame.Block> blocks(Machine machine, List<HandleTrace.Record> records) {
        List<TraceFrame.Block> blocks = new ArrayList<>();
        for (HandleTrace.Record record : records.subList(0, Math.min(records.size(), TraceFrame.MOST))) {
            blocks.add(new TraceFrame.Block(record.operation(), record.handle(), record.stamp(), who(machine, record),
                    CallSites.stack(machine.program(), record.stamp())));
        }
        return blocks;
    }

    private static String who(Machine machine, HandleTrace.Record record) {
        return ProcessNames.of(machine, record.pid()) + ", thread " + record.tid();
    }
}
