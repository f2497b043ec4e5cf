package dev.handlens.scenario;

import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.NtStatus;
import dev.handlens.kernel.ObjectAttributes;
import dev.handlens.kernel.ob.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/// The arguments of one call, resolved as far as they can be when the file is read, so that running the step looks nothing up.
/// What is absent has the value that the call's table gives it.
final class Arguments {
    private static final long SELF_PROCESS = -1;
    private static final long SELF_THREAD = -2;

    private final CallSpec spec;
    private final YamlNode.Fields node;
    private final Variables variables;
    private final CastTable cast;
    private final Scenario.CastMember created;
    private final List<Operand> handleUses = new ArrayList<>();
    private boolean constant = true;

    /// @param created the cast member that the call makes, or null
    Arguments(CallSpec spec, YamlNode.Fields node, Variables variables, CastTable cast, Scenario.CastMember created) {
        this.spec = spec;
        this.node = node;
        this.variables = variables;
        this.cast = cast;
        this.created = created;
    }

    /// The builder of the call. A call that has no variables is built once.
    CallBuilder builder() {
        CallBuilder builder = spec.maker().make(this);
        if (!constant) {
            return builder;
        }
        KernelCall call = builder.build(NoValues.INSTANCE);
        return _ -> call;
    }

    /// Handles of the caller's process that the call uses, or values that it takes for such.
    List<Operand> handleUses() {
        return List.copyOf(handleUses);
    }

    boolean has(String field) {
        return node.get(field) != null;
    }

    /// The cast member that the call makes, or null.
    Scenario.CastMember created() {
        return created;
    }

    /// A handle of the caller's process.
    Operand handle(String field) {
        Operand operand = operand(text(field), place(field));
        watch(operand);
        return operand;
    }

    /// Remembers a handle that the call uses. No argument, and the pseudo-handles, cannot be misused.
    private void watch(Operand operand) {
        boolean harmless = operand instanceof Operand.Literal(long value) && (value == 0 || value == SELF_PROCESS || value == SELF_THREAD);
        if (!harmless) {
            handleUses.add(operand);
        }
    }

    /// A handle of a process that another argument names.
    Operand handleOf(Operand process, String field) {
        if (process.equals(new Operand.Literal(SELF_PROCESS))) {
            return handle(field);
        }
        String text = text(field);
        variables.refuseTaking(text, place(field));
        return operand(text, place(field));
    }

    List<Operand> handles(String field) {
        List<Operand> operands = new ArrayList<>();
        for (YamlNode.Text item : items(field)) {
            Operand operand = operand(item.value(), item.place());
            watch(operand);
            operands.add(operand);
        }
        return List.copyOf(operands);
    }

    /// The slot of a variable that holds an object's pointer, or a handle to the object.
    int pointer(String field) {
        constant = false;
        return variables.use(text(field), place(field));
    }

    /// The object or request whose pointer a variable holds; 0 when the field is absent.
    ToIntFunction<Values> optionalPointer(String field) {
        if (!has(field)) {
            return _ -> 0;
        }
        int slot = pointer(field);
        return v -> v.object(slot);
    }

    NtStatus status(String field) {
        return NtStatus.valueOf(text(field));
    }

    int access(String field) {
        return RightNames.bits(spec.field(field).type(), items(field));
    }

    int attributes(String field) {
        return WordBits.attributes(items(field));
    }

    /// What a thread priority adds to the priority of its process.
    int priority(String field) {
        return WordBits.priority(text(field));
    }

    int options(String field) {
        return WordBits.options(items(field));
    }

    /// OBJECT_ATTRIBUTES of an `Nt…` call: fields `name`, `root` and `attributes`.
    AttributesOperand attributes() {
        return new AttributesOperand(text("name"), handle("root"), attributes("attributes"), allowed());
    }

    /// OBJECT_ATTRIBUTES as a Win32 call makes them: a name, and OBJ_INHERIT for an inheritable handle.
    AttributesOperand win32Attributes(String name, int attributes) {
        int inherit = flag("inherit") ? ObjectAttributes.INHERIT : 0;
        return new AttributesOperand(name, new Operand.Literal(0), attributes | inherit, allowed());
    }

    private int allowed() {
        return has("allow") ? access("allow") : -1;
    }

    /// Text, or null when it is absent.
    String text(String field) {
        YamlNode value = node.get(field);
        if (value instanceof YamlNode.Text text) {
            return text.value();
        }
        String fallback = spec.field(field).fallback();
        return fallback.isEmpty() ? null : fallback;
    }

    long number(String field) {
        return Scalars.whole(text(field));
    }

    /// A size in bytes, or a time in ms; -1 for `infinite`.
    long amount(String field) {
        String text = text(field);
        return text.equals(FieldKind.INFINITE) ? -1 : Scalars.amount(text);
    }

    boolean flag(String field) {
        return Scalars.truth(text(field));
    }

    ObjectType objectType(String field) {
        String text = text(field);
        return text == null ? null : ObjectType.ofTypeName(text);
    }

    /// A cast name of a process, whose id is known when the call is made.
    String process(String field) {
        constant = false;
        cast.check(text(field), false, place(field));
        return text(field);
    }

    /// A cast name of a thread, or of a process for its first thread.
    String thread(String field) {
        constant = false;
        cast.check(text(field), true, place(field));
        return text(field);
    }

    /// The file name of a driver.
    String driver(String field) {
        return cast.driver(text(field), place(field));
    }

    private Operand operand(String text, Place place) {
        if (text.equals(FieldKind.SELF)) {
            return new Operand.Literal(SELF_PROCESS);
        }
        if (text.equals(FieldKind.SELF_THREAD)) {
            return new Operand.Literal(SELF_THREAD);
        }
        if (Scalars.kindOfPlain(text) == Scalars.Kind.WHOLE) {
            return new Operand.Literal(Scalars.whole(text));
        }
        constant = false;
        return new Operand.Variable(variables.use(text, place), Variables.isCollection(text));
    }

    /// What a field lists: its items, or the one value that it is, or its fallback.
    private List<YamlNode.Text> items(String field) {
        YamlNode value = node.get(field);
        return switch (value) {
            case null -> {
                String fallback = spec.field(field).fallback();
                yield fallback.isEmpty() ? List.of() : List.of(new YamlNode.Text(fallback, true, node.place()));
            }
            case YamlNode.Text text -> List.of(text);
            case YamlNode.Items items -> items.items().stream().map(YamlNode.Text.class::cast).toList();
            case YamlNode.Fields _ -> throw new IllegalStateException("a mapping passed for '" + field + "'");
        };
    }

    private Place place(String field) {
        YamlNode value = node.get(field);
        return value == null ? node.place() : value.place();
    }

    /// Values for a call that asks for none.
    private enum NoValues implements Values {
        INSTANCE;

        @Override
        public long handle(int slot) {
            throw new IllegalStateException("a constant call asks for a variable");
        }

        @Override
        public int object(int slot) {
            throw new IllegalStateException("a constant call asks for a variable");
        }

        @Override
        public int pid(String castName) {
            throw new IllegalStateException("a constant call asks for a process id");
        }

        @Override
        public int tid(String castName) {
            throw new IllegalStateException("a constant call asks for a thread id");
        }
    }
}
