package dev.handlens.scenario;

import static dev.handlens.scenario.Grammar.named;
import static dev.handlens.scenario.Grammar.optional;
import static dev.handlens.scenario.Grammar.required;
import static dev.handlens.scenario.Grammar.text;

import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.NtStatus;
import dev.handlens.kernel.ob.ObjectType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a scenario file may expect: of a step, and at the end.
final class ExpectationGrammar {
    static final List<String> MISUSE_KINDS = List.of("double-close", "use-after-close", "stale-handle", "wrong-type", "access-denied",
            "invalid-handle", "protected-close", "user-handle-as-kernel", "forged-kernel-handle", "unchecked-type", "over-dereference",
            "use-after-free", "mixed-modes", "bug-check");

    private static final String TYPE_NAME = "an object type";

    private ExpectationGrammar() {}

    static Shape step() {
        List<String> statuses = Stream.concat(Arrays.stream(NtStatus.values()).map(NtStatus::name), waitStatuses()).distinct().toList();
        Shape.Whole count = new Shape.Whole("a whole number", 0, Integer.MAX_VALUE);
        Shape.Whole number = new Shape.Whole("a whole number", 0, Long.MAX_VALUE);
        List<String> words = new ArrayList<>(statuses);
        words.add(Grammar.ANY);
        List<String> waits = new ArrayList<>(statuses);
        waits.add(Grammar.WAITING);
        Shape.Words status = new Shape.Words("a status", List.copyOf(words), false);
        return new Shape.ByKind(status, null, new Shape.Fields("an expectation", List.of(
                optional("status", status, "a success status", "status, or `any`"),
                optional("handle", number, "", "value of the new handle"),
                optional("handleCount", count, "", "handles to the object that the call is about"),
                optional("pointerCount", count, "", "references to it"),
                optional("access", named("access"), "", "granted access of the new handle"),
                optional("information", number, "", "previous state, previous count or wait index"),
                optional("attributes", FieldKind.wordOrWords("an OBJ_ attribute", FieldKind.ATTRIBUTE_NAMES), "",
                        "attributes of the handle that the call gives or uses; permanence and exclusiveness of its object among them"),
                optional("pool", new Shape.Table("a pool tag", Shape.Matching.text("a pool tag: four characters", FieldKind.POOL_TAG),
                        named("size")), "", "bytes that are in use afterwards, by pool tag"),
                optional("waits", new Shape.Table("a thread", Shape.Matching.text("a cast name", FieldKind.CAST_NAME),
                        new Shape.Words("a status, or `waiting`", List.copyOf(waits), false)), "",
                        "how the last wait of a thread has ended afterwards, by its cast name; or `waiting`"))));
    }

    /// Names of the statuses with which a wait for one of several objects ends.
    private static Stream<String> waitStatuses() {
        return Stream.of(NtStatus.STATUS_SUCCESS, NtStatus.STATUS_ABANDONED_WAIT_0)
                .flatMap(status -> IntStream.range(0, KernelCall.NtWaitForMultipleObjects.MOST).mapToObj(status::nameOfWait));
    }

    static Shape finals() {
        Shape.Whole count = new Shape.Whole("a whole number", 1, Grammar.MOST_ROUNDS);
        Shape.Words none = new Shape.Words("none", List.of(Grammar.NONE), false);
        List<String> types = Arrays.stream(ObjectType.values()).map(ObjectType::typeName).toList();
        Shape.Fields leak = new Shape.Fields("a leak", List.of(
                required("process", named("castName"), "cast name of the process"),
                required("type", new Shape.Words(TYPE_NAME, types, false), "object type"),
                required("count", count, "handles leaked"),
                optional("at", text("a frame such as fred!Worker"), "", "how the call site begins; any when absent")));
        Shape.Fields misuse = new Shape.Fields("misuse", List.of(
                required("process", named("castName"), "cast name of the process"),
                required("kind", new Shape.Words("a kind of misuse", MISUSE_KINDS, false), "kind of misuse"),
                optional("count", count, "1", "how often")));
        return new Shape.Fields("the final expectations", List.of(
                optional("leaks", new Shape.ByKind(none, new Shape.Items(leak, 1), null), "",
                        "leaks that must be found, all and no others; or `none`"),
                optional("misuse", new Shape.ByKind(none, new Shape.Items(misuse, 1), null), "",
                        "misuse that must be found, all and no other; or `none`")));
    }
}
