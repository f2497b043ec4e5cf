package dev.handlens.scenario;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.StateHash;

/// What a variable of a program holds: a handle as it was when it was bound, or a pointer.
///
/// @param value the handle value; 0 for a pointer
/// @param pid process whose table has it
/// @param object id of the object
/// @param generation generation of the entry: a later handle with the same value has another
/// @param stamp position of the step that opened it
record HeldHandle(long value, int pid, int object, int generation, long stamp) {
    /// Where it stands in its table: a handle of System has bits above.
    long place() {
        return value < 0 ? value & ~Kernel.KERNEL_HANDLE_BITS : value;
    }

    void hash(StateHash hash) {
        hash.add(value).add(pid).add(object).add(generation).add(stamp);
    }
}
