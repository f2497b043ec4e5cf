package dev.handlens.scenario;

import dev.handlens.kernel.ObjectAttributes;

/// OBJECT_ATTRIBUTES whose root directory is known only when the call is made.
///
/// @param name path, or null
/// @param root handle of the directory that the path starts in
/// @param attributes the `OBJ_…` bits
/// @param allowed rights that programs get to a new object, -1 for all
record AttributesOperand(String name, Operand root, int attributes, int allowed) {
    ObjectAttributes value(Values values) {
        return new ObjectAttributes(name, root.value(values), attributes, allowed);
    }
}
