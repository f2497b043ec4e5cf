package dev.handlens.scenario;

import java.util.List;
import java.util.regex.Pattern;

/// What may stand at a place of a scenario file. The reader checks files against shapes, and the JSON Schema and the tables of the format's
/// reference are printed from them, so that the three cannot disagree.
sealed interface Shape {
    /// The largest bare number of ms or bytes.
    long MOST_AMOUNT = 1L << 40;

    /// One value rather than a list or a mapping.
    sealed interface Scalar extends Shape {
        /// What must stand there, for messages: "a whole number".
        String what();
    }

    /// Any text; numbers and truth values are taken as the text they are written as.
    ///
    /// @param prose whether it may have more than one line; what is shown in a list or in a message may not
    record AnyText(String what, boolean prose) implements Scalar {}

    /// Text that matches an expression.
    ///
    /// @param pattern what the whole text must match; in the dialect that Java and ECMAScript share
    /// @param numbers which whole numbers will do as well, or null for none
    record Matching(String what, Pattern pattern, Whole numbers) implements Scalar {
        static Matching text(String what, String pattern) {
            return new Matching(what, Pattern.compile(pattern), null);
        }

        /// Text, or any whole number from 0.
        static Matching textOrNumber(String what, String pattern) {
            return new Matching(what, Pattern.compile(pattern), new Whole(what, 0, MOST_AMOUNT));
        }
    }

    /// One of some words.
    ///
    /// @param numbers whether whole numbers from 0 will do as well
    record Words(String what, List<String> words, boolean numbers) implements Scalar {}

    /// A whole number of 64 bits.
    ///
    /// @param least the least, or `Long.MIN_VALUE` when every value of 64 bits will do, signed or unsigned
    record Whole(String what, long least, long most) implements Scalar {}

    /// `true` or `false`.
    record Truth() implements Scalar {
        @Override
        public String what() {
            return "true or false";
        }
    }

    /// A list.
    record Items(Shape item, int least) implements Shape {}

    /// A scalar, a list or a mapping, each with its own shape; null for what may not stand there.
    record ByKind(Scalar scalar, Items items, Shape mapping) implements Shape {}

    /// A mapping with known fields.
    ///
    /// @param what what it describes, for messages: "a step"
    /// @param atMostOne fields of which no two may stand together
    /// @param atLeastOne fields of which one must stand, or none for no such rule
    record Fields(String what, List<Field> fields, List<String> atMostOne, List<String> atLeastOne) implements Shape {
        Fields(String what, List<Field> fields) {
            this(what, fields, List.of(), List.of());
        }

        /// The field of a name, or null.
        Field field(String name) {
            return fields.stream().filter(f -> f.name().equals(name)).findFirst().orElse(null);
        }
    }

    /// A field of a mapping.
    ///
    /// @param doc one sentence for the reference
    /// @param fallback what holds when it is absent, for the reference; empty for nothing
    record Field(String name, Shape shape, boolean required, String fallback, String doc) {}

    /// A mapping whose first given key decides which fields it has.
    ///
    /// @param keys the deciding keys
    /// @param fields the shape for each of them
    /// @param otherwise the shape when none of the keys stands there; null when one must
    record Variants(String what, List<String> keys, List<Fields> fields, Shape otherwise) implements Shape {}

    /// A mapping from names that the author chooses.
    record Table(String what, Matching key, Shape value) implements Shape {}

    /// A shape that is defined elsewhere under a name; makes recursion possible.
    record Named(String name) implements Shape {}
}
