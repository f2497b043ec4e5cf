package dev.handlens.scenario;

import dev.handlens.kernel.Buffer;
import dev.handlens.kernel.ob.ObjectType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Reads the call of a step.
final class CallDecoder {
    private final Variables variables;
    private final CastTable cast;
    private final Diagnostics diagnostics;

    CallDecoder(Variables variables, CastTable cast, Diagnostics diagnostics) {
        this.variables = variables;
        this.cast = cast;
        this.diagnostics = diagnostics;
    }

    Scenario.Call decode(CallSpec spec, YamlNode.Fields node) {
        String in = caller(node);
        Scenario.CastMember created = null;
        if (node.get("new") instanceof YamlNode.Text member) {
            created = cast.make(member.value(), spec.type() == ObjectType.PROCESS, member.place());
        }
        Arguments arguments = new Arguments(spec, node, variables, cast, created);
        CallBuilder builder = arguments.builder();
        int result = -1;
        boolean collect = false;
        if (node.get("as") instanceof YamlNode.Text as) {
            result = variables.bind(as.value(), as.place());
            collect = Variables.isCollection(as.value());
        }
        long value = ScenarioDecoder.whole(node, "value", 0);
        if (value % 4 != 0) {
            diagnostics.add(node.get("value").place(), "handle values are multiples of 4; 0x%X is not".formatted(value));
        }
        String mode = ScenarioDecoder.text(node, "mode");
        List<String> stack = ScenarioDecoder.texts(node, "stack").stream().map(YamlNode.Text::value).toList();
        return new Scenario.Call(
                spec.name(), in, mode.isEmpty() ? spec.kernelMode() : mode.equals("kernel"), written(spec, node), builder,
                arguments.handleUses(), result, collect,
                created == null ? "" : created.name(), value, stack, expect(spec, node.get("expect")), buffer(node),
                Scalars.truth(ScenarioDecoder.text(node, "caught")));
    }

    private String caller(YamlNode.Fields node) {
        if (node.get("in") instanceof YamlNode.Text in) {
            cast.check(in.value(), true, in.place());
            return in.value();
        }
        String first = cast.firstProcess();
        if (first == null) {
            diagnostics.add(node.place(), "nobody can make this call; add a process to 'cast'");
            return "";
        }
        return first;
    }

    /// The call's own arguments as the file has them.
    private static List<Scenario.Argument> written(CallSpec spec, YamlNode.Fields node) {
        List<Scenario.Argument> written = new ArrayList<>();
        for (YamlNode.Entry entry : node.fields().values()) {
            if (spec.fields().stream().anyMatch(f -> f.name().equals(entry.name()))) {
                String text = switch (entry.value()) {
                    case YamlNode.Text one -> one.value();
                    case YamlNode.Items items ->
                        "[" + String.join(", ", items.items().stream().map(i -> ((YamlNode.Text) i).value()).toList()) + "]";
                    case YamlNode.Fields _ -> throw new IllegalStateException("a mapping passed for '" + entry.name() + "'");
                };
                written.add(new Scenario.Argument(entry.name(), text));
            }
        }
        return List.copyOf(written);
    }

    private static Buffer buffer(YamlNode.Fields node) {
        return switch (ScenarioDecoder.text(node, "buffer")) {
            case "kernel" -> Buffer.KERNEL;
            case "bad" -> Buffer.BAD;
            default -> Buffer.USER;
        };
    }

    private Scenario.Expect expect(CallSpec spec, YamlNode node) {
        return switch (node) {
            case null -> Scenario.Expect.SUCCESS;
            case YamlNode.Text text -> Scenario.Expect.status(status(text.value()), text.value().equals(Grammar.ANY));
            case YamlNode.Fields fields -> {
                String status = ScenarioDecoder.text(fields, "status");
                Long handle = fields.get("handle") == null ? null : ScenarioDecoder.whole(fields, "handle", 0);
                Long information = fields.get("information") == null ? null : ScenarioDecoder.whole(fields, "information", 0);
                Integer access = fields.get("access") == null ? null : access(spec, ScenarioDecoder.texts(fields, "access"));
                Integer attributes = fields.get("attributes") == null ? null
                        : WordBits.attributes(ScenarioDecoder.texts(fields, "attributes"));
                yield new Scenario.Expect(
                        status(status), status.equals(Grammar.ANY), handle, ScenarioDecoder.whole(fields, "handleCount", -1),
                        ScenarioDecoder.whole(fields, "pointerCount", -1), access, information, attributes,
                        pool(fields.get("pool")), waits(fields.get("waits")));
            }
            case YamlNode.Items _ -> throw new IllegalStateException("a list passed for 'expect'");
        };
    }

    private static SequencedMap<String, Long> pool(YamlNode node) {
        SequencedMap<String, Long> pool = new LinkedHashMap<>();
        if (node instanceof YamlNode.Fields tags) {
            tags.fields().values().forEach(entry ->
                    pool.put(SystemCalls.padded(entry.name()), Scalars.amount(((YamlNode.Text) entry.value()).value())));
        }
        return Collections.unmodifiableSequencedMap(pool);
    }

    private SequencedMap<String, String> waits(YamlNode node) {
        SequencedMap<String, String> waits = new LinkedHashMap<>();
        if (node instanceof YamlNode.Fields threads) {
            for (YamlNode.Entry entry : threads.fields().values()) {
                cast.check(entry.name(), true, entry.value().place());
                waits.put(entry.name(), ((YamlNode.Text) entry.value()).value());
            }
        }
        return Collections.unmodifiableSequencedMap(waits);
    }

    private static String status(String written) {
        return written.isEmpty() || written.equals(Grammar.ANY) ? null : written;
    }

    /// Granted access never has generic rights; a name of one means what it stands for.
    private static int access(CallSpec spec, List<YamlNode.Text> rights) {
        int access = RightNames.bits(null, rights);
        return spec.type() == null ? access : spec.type().genericMapping().map(access);
    }
}
