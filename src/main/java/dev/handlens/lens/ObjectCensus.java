package dev.handlens.lens;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.scenario.Program;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Counts the handles to one object by process and call site: all of them, be they sixteen million. What is remembered never changes a
/// result.
final class ObjectCensus {
    private final Map<Integer, HandleCensus> tables = new LinkedHashMap<>();
    private int object;

    /// Handles to the object that one process opened at one place.
    record Group(ProcessObject process, HandleCensus.Group handles) {}

    /// The groups of an object, by process, the largest of each first.
    ///
    /// @param id id of the object
    /// @param allowance how much may be counted for this frame
    List<Group> of(Program program, Kernel kernel, int id, Allowance allowance) {
        if (id != object) {
            tables.clear();
            object = id;
        }
        return kernel.processes().stream().flatMap(process -> tables.computeIfAbsent(process.pid(), _ -> new HandleCensus(id))
                .of(program, kernel, process, allowance).stream().map(group -> new Group(process, group))).toList();
    }

    /// Whether all handles are counted.
    boolean isComplete() {
        return tables.values().stream().allMatch(HandleCensus::isComplete);
    }

    /// The lowest handles of a group.
    ///
    /// @param most how many at most
    List<HandleKey> handles(Kernel kernel, Group group, int most) {
        int pid = group.process().pid();
        return tables.get(pid).handles(kernel, group.process(), group.handles(), most).stream()
                .map(entry -> new HandleKey(pid, entry.handle(), entry.stamp())).toList();
    }
}
