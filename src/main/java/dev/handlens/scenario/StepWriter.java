package dev.handlens.scenario;

import dev.handlens.kernel.Buffer;
import java.util.List;

/// Writes steps, repeats and calls.
final class StepWriter {
    private final Scenario scenario;
    private final YamlOutput out;

    StepWriter(Scenario scenario, YamlOutput out) {
        this.scenario = scenario;
        this.out = out;
    }

    void write(List<Scenario.Block> blocks) {
        out.beginList(false);
        for (Scenario.Block block : blocks) {
            out.beginMapping(false);
            switch (block) {
                case Scenario.Step step -> writeStep(step);
                case Scenario.Repeat repeat -> {
                    out.text("repeat");
                    out.beginMapping(true);
                    out.plainField("times", Integer.toString(repeat.times()));
                    out.plainField("every", Scalars.duration(repeat.every()));
                    out.endMapping();
                    out.text("do");
                    write(repeat.body());
                }
            }
            out.endMapping();
        }
        out.endList();
    }

    private void writeStep(Scenario.Step step) {
        textUnlessEmpty("title", step.title());
        textUnlessEmpty("say", step.say());
        textUnlessEmpty("notes", step.notes());
        if (!step.listing().isEmpty()) {
            String last = step.lastLine() == step.firstLine() ? "" : "-" + step.lastLine();
            out.textField("source", step.listing() + ":" + step.firstLine() + last);
        }
        textUnlessEmpty("ask", step.ask());
        textUnlessEmpty("answer", step.answer());
        if (step.after() >= 0) {
            out.plainField("after", Scalars.duration(step.after()));
        }
        if (step.call() != null) {
            out.text(step.call().service());
            writeCall(step.call());
        }
        if (!step.forget().isEmpty()) {
            out.listField("forget", step.forget().stream().map(slot -> scenario.variables().get(slot)).toList());
        }
    }

    private void writeCall(Scenario.Call call) {
        CallSpec spec = CallCatalog.find(call.service());
        out.beginMapping(true);
        out.textField("in", call.in());
        if (call.kernelMode() != spec.kernelMode()) {
            out.textField("mode", call.kernelMode() ? "kernel" : "user");
        }
        textUnlessEmpty("new", call.creates());
        for (Scenario.Argument argument : call.arguments()) {
            out.text(argument.name());
            writeArgument(spec.field(argument.name()).kind(), argument.text());
        }
        if (call.result() >= 0) {
            String name = scenario.variables().get(call.result());
            out.textField("as", call.collect() ? name + Variables.COLLECTION : name);
        }
        if (call.value() != 0) {
            out.plainField("value", hex(call.value()));
        }
        if (!call.stack().isEmpty()) {
            out.listField("stack", call.stack());
        }
        if (call.buffer() != Buffer.USER) {
            out.textField("buffer", call.buffer() == Buffer.KERNEL ? "kernel" : "bad");
        }
        if (call.caught()) {
            out.plainField("caught", "true");
        }
        writeExpect(call.expect());
        out.endMapping();
    }

    private void writeArgument(FieldKind kind, String text) {
        if (kind.isList() && text.startsWith("[")) {
            out.beginList(true);
            for (String item : text.substring(1, text.length() - 1).split(", ")) {
                writeWord(kind, item);
            }
            out.endList();
        } else {
            writeWord(kind, text);
        }
    }

    private void writeWord(FieldKind kind, String text) {
        boolean bare = kind.takesNumbers() && Scalars.kindOfPlain(text) == Scalars.Kind.WHOLE || kind == FieldKind.FLAG;
        if (bare) {
            out.plain(text);
        } else {
            out.text(text);
        }
    }

    private void writeExpect(Scenario.Expect expect) {
        if (expect.equals(Scenario.Expect.SUCCESS)) {
            return;
        }
        String status = expect.anyStatus() ? Grammar.ANY : expect.status();
        out.text("expect");
        if (expect.equals(Scenario.Expect.status(expect.status(), expect.anyStatus()))) {
            out.text(status);
            return;
        }
        out.beginMapping(true);
        if (status != null) {
            out.textField("status", status);
        }
        if (expect.handle() != null) {
            out.plainField("handle", hex(expect.handle()));
        }
        if (expect.handleCount() >= 0) {
            out.plainField("handleCount", Long.toString(expect.handleCount()));
        }
        if (expect.pointerCount() >= 0) {
            out.plainField("pointerCount", Long.toString(expect.pointerCount()));
        }
        if (expect.access() != null) {
            out.plainField("access", hex(expect.access() & 0xFFFF_FFFFL));
        }
        if (expect.information() != null) {
            out.plainField("information", Long.toString(expect.information()));
        }
        if (expect.attributes() != null) {
            out.plainField("attributes", hex(expect.attributes()));
        }
        if (!expect.pool().isEmpty()) {
            out.text("pool");
            out.beginMapping(true);
            expect.pool().forEach((tag, bytes) -> out.plainField(tag.stripTrailing(), Scalars.size(bytes)));
            out.endMapping();
        }
        if (!expect.waits().isEmpty()) {
            out.text("waits");
            out.beginMapping(true);
            expect.waits().forEach(out::textField);
            out.endMapping();
        }
        out.endMapping();
    }

    private void textUnlessEmpty(String key, String value) {
        if (!value.isEmpty()) {
            out.textField(key, value);
        }
    }

    private static String hex(long value) {
        return "0x%X".formatted(value);
    }
}
