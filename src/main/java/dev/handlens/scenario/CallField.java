package dev.handlens.scenario;

import dev.handlens.kernel.ob.ObjectType;

/// An argument that a call takes in a scenario file.
///
/// @param name its name there
/// @param kind what it is
/// @param type the type whose rights an access argument means; null for any
/// @param required whether it must be given
/// @param fallback what holds when it is absent, as one would write it; empty for nothing
/// @param doc half a sentence for the reference
record CallField(String name, FieldKind kind, ObjectType type, boolean required, String fallback, String doc) {
    static CallField required(String name, FieldKind kind, String doc) {
        return new CallField(name, kind, null, true, "", doc);
    }

    static CallField optional(String name, FieldKind kind, String fallback, String doc) {
        return new CallField(name, kind, null, false, fallback, doc);
    }

    static CallField access(ObjectType type, String fallback) {
        return new CallField("access", FieldKind.ACCESS, type, false, fallback, "desired access");
    }

    Shape.Field field() {
        return new Shape.Field(name, kind.shape(type), required, fallback, doc);
    }
}
