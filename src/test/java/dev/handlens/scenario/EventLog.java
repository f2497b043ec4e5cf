package dev.handlens.scenario;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.KernelDiff;
import dev.handlens.kernel.StateHash;
import dev.handlens.kernel.ob.KObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Everything that a run does, as text: a line for each step, and below it what the step changed. Of a repeat with many rounds the first
/// and the last are written out; those between are summed up in a hash, so that a person can read the file. What fails is
/// always told.
final class EventLog {
    private static final int ROUNDS_WRITTEN_OUT = 64;
    /// So many steps of a repeat are compared one by one. Of longer ones only the state at the end of their rounds is taken.
    private static final long STEPS_COMPARED = 200_000;

    private final Machine machine;
    private Kernel before;

    private EventLog(Machine machine) {
        this.machine = machine;
        before = machine.kernel().fork();
    }

    /// Runs a program to its end.
    ///
    /// @return the text; lines end with a line feed
    static String of(Program program) {
        StringBuilder text = new StringBuilder();
        EventLog log = new EventLog(Machine.start(program));
        log.run(program.scenario().blocks(), line -> text.append(line).append('\n'));
        for (Machine.Outcome failed : log.machine.failures()) {
            text.append("FAILED at ").append(failed.position()).append(": ").append(failed.failure()).append('\n');
        }
        return text.toString();
    }

    private void run(List<Scenario.Block> blocks, Consumer<String> sink) {
        for (Scenario.Block block : blocks) {
            switch (block) {
                case Scenario.Step _ -> step(sink);
                case Scenario.Repeat repeat when repeat.times() <= ROUNDS_WRITTEN_OUT -> {
                    for (int round = 0; round < repeat.times(); round++) {
                        run(repeat.body(), sink);
                    }
                }
                case Scenario.Repeat repeat -> runLong(repeat, sink);
            }
        }
    }

    private void runLong(Scenario.Repeat repeat, Consumer<String> sink) {
        run(repeat.body(), sink);
        long from = machine.position() + 1;
        StateHash hash = new StateHash();
        if (steps(repeat.body()) * repeat.times() > STEPS_COMPARED) {
            long last = machine.position() + steps(repeat.body()) * (repeat.times() - 2);
            while (machine.position() < last) {
                machine.step();
            }
            hash.add(machine.stateHash());
            before = machine.kernel().fork();
        } else {
            for (int round = 1; round < repeat.times() - 1; round++) {
                run(repeat.body(), hash::add);
            }
        }
        sink.accept(String.format(Locale.ROOT, "%d-%d  %d rounds like these, hash %016x", from, machine.position(), repeat.times() - 2,
                hash.value()));
        run(repeat.body(), sink);
    }

    private static long steps(List<Scenario.Block> blocks) {
        return blocks.stream().mapToLong(block -> switch (block) {
            case Scenario.Step _ -> 1;
            case Scenario.Repeat repeat -> steps(repeat.body()) * repeat.times();
        }).sum();
    }

    private void step(Consumer<String> sink) {
        machine.step();
        Machine.Outcome outcome = machine.last();
        Kernel after = machine.kernel();
        sink.accept(String.format(Locale.ROOT, "%d  %.3f s  %s", outcome.position(), machine.program().time(outcome.position()) / 1000.0,
                words(outcome)));
        KernelDiff diff = KernelDiff.between(before, after);
        diff.closed().forEach(handle -> sink.accept("    - " + words(handle, before)));
        diff.opened().forEach(handle -> sink.accept("    + " + words(handle, after)));
        diff.changed().forEach(handle -> sink.accept("    ~ " + words(handle, after)));
        diff.born().forEach(object -> sink.accept("    born " + words(object, after)));
        diff.gone().forEach(object -> sink.accept("    gone " + words(object, before)));
        diff.counts().forEach(counts -> sink.accept("    counts " + words(counts.after(), after) + ": "
                + counts(counts.before()) + " to " + counts(counts.after())));
        diff.pool().forEach(change -> sink.accept(String.format(Locale.ROOT, "    %s pool %s: %d bytes in %d blocks to %d in %d",
                change.kind().name().toLowerCase(Locale.ROOT), change.tag(), change.bytesBefore(), change.blocksBefore(),
                        change.bytesAfter(),
                change.blocksAfter())));
        before = after.fork();
    }

    private static String words(Machine.Outcome outcome) {
        Scenario.Call call = outcome.step().call();
        if (call == null) {
            return "\"" + outcome.step().title() + "\"";
        }
        String arguments = call.arguments().stream().map(argument -> argument.name() + ": " + argument.text())
                .collect(Collectors.joining(", "));
        List<String> words = new ArrayList<>(List.of(call.in(), call.service() + "(" + arguments + ")"));
        if (outcome.result() == null) {
            words.add("not made");
        } else {
            words.add(outcome.result().status().name());
            if (outcome.result().handle() != 0) {
                words.add("handle " + hex(outcome.result().handle()));
            }
            if (outcome.result().information() != 0) {
                words.add("information " + outcome.result().information());
            }
        }
        if (!outcome.failure().isEmpty()) {
            words.add("FAILED: " + outcome.failure());
        }
        return String.join("  ", words);
    }

    private static String words(KernelDiff.Handle handle, Kernel kernel) {
        KObject object = kernel.object(handle.entry().object());
        return String.format(Locale.ROOT, "%d %s %s access %s attributes %d generation %d", handle.pid(), hex(handle.entry().handle()),
                words(object, kernel),
                hex(handle.entry().grantedAccess() & 0xFFFF_FFFFL), handle.entry().attributes(), handle.entry().generation());
    }

    private static String words(KObject object, Kernel kernel) {
        return (object.type().typeName() + " #" + object.id() + " " + kernel.nameOf(object)).strip();
    }

    private static String counts(KObject object) {
        return object.handleCount() + "/" + object.pointerCount();
    }

    private static String hex(long value) {
        return "0x" + Long.toHexString(value).toUpperCase(Locale.ROOT);
    }
}
