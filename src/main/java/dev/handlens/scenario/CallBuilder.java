package dev.handlens.scenario;

import dev.handlens.kernel.KernelCall;

/// Makes the kernel's call of a step from the values that variables have at that moment.
@FunctionalInterface
public interface CallBuilder {
    /// @param values the values of variables and the ids of cast members
    KernelCall build(Values values);
}
