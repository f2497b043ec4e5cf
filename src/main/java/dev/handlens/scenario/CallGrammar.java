package dev.handlens.scenario;

import dev.handlens.kernel.Buffer;
import java.util.ArrayList;
import java.util.List;

/// What a call may say besides its own arguments.
final class CallGrammar {
    /// Values of handles that tables hand out: multiples of 4 below 2^26.
    private static final long LARGEST_HANDLE = 0x3FF_FFFC;
    static final List<String> BUFFERS = List.of("user", "kernel", "bad");
    static final List<String> MODES = List.of("user", "kernel");

    private CallGrammar() {}

    /// The shape of a call's mapping.
    static Shape.Fields call(CallSpec call) {
        List<Shape.Field> fields = new ArrayList<>(call.fields().stream().map(CallField::field).toList());
        fields.addAll(common(call));
        boolean needsImage = call.service().equals("NtCreateProcess");
        return new Shape.Fields(call.name(), List.copyOf(fields), List.of(), needsImage ? List.of("image", "new") : List.of());
    }

    /// Fields that calls have in common, as far as this one has them.
    static List<Shape.Field> common(CallSpec call) {
        List<Shape.Field> fields = new ArrayList<>();
        fields.add(Grammar.optional("in", new Shape.Named("castName"), "the first process",
                "cast name of the process or thread that makes the call"));
        fields.add(Grammar.optional("mode", new Shape.Words("user or kernel", MODES, false), call.kernelMode() ? "kernel" : "user",
                "whether a program or a driver makes the call"));
        if (call.result() != CallSpec.Result.NOTHING) {
            fields.add(Grammar.optional("as", new Shape.Named("variable"), "",
                    "variable that takes the new handle or pointer; `queue*` adds it to a collection"));
        }
        if (call.givesHandle()) {
            fields.add(Grammar.optional("value", new Shape.Whole("a handle value", 4, LARGEST_HANDLE), "",
                    "value that the new handle must get"));
        }
        if (call.makesMember()) {
            fields.add(Grammar.optional("new", new Shape.Named("castName"), "",
                    "cast member, declared with `later: true`, that the call makes"));
        }
        boolean touches = Buffer.isHandedTo(call.service());
        if (touches) {
            fields.add(Grammar.optional("buffer", new Shape.Words("user, kernel or bad", BUFFERS, false), "user",
                    "where the pointers lead that the call is handed"));
        }
        if (touches || call.service().equals("ExAllocatePoolWithQuotaTag")) {
            fields.add(Grammar.optional("caught", new Shape.Truth(), "false",
                    "whether the driver catches the exceptions that the call raises"));
        }
        Shape frame = Grammar.text("a frame such as fred!main+0x61");
        fields.add(Grammar.optional("stack", new Shape.Items(frame, 1), "", "call stack, innermost frame first"));
        fields.add(Grammar.optional("expect", new Shape.Named("expect"), "any success status", "what must come of it"));
        return fields;
    }
}
