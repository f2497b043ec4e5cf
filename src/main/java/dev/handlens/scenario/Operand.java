package dev.handlens.scenario;

/// A handle or object argument of a call.
public sealed interface Operand {
    /// The value at a moment.
    long value(Values values);

    /// A number as written, pseudo-handles included.
    record Literal(long value) implements Operand {
        @Override
        public long value(Values values) {
            return value;
        }
    }

    /// A variable.
    ///
    /// @param slot its place in `Scenario.variables`
    /// @param take whether it is a collection whose oldest member is taken out
    record Variable(int slot, boolean take) implements Operand {
        @Override
        public long value(Values values) {
            return values.handle(slot);
        }
    }
}
