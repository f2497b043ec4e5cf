package dev.handlens.app;

import dev.handlens.kernel.Caller;
import dev.handlens.kernel.PreviousMode;
import dev.handlens.lens.FindingsFrame.LeakSuspect;
import dev.handlens.scenario.Diagnostic;
import dev.handlens.scenario.Machine;
import dev.handlens.scenario.Scenario;
import java.io.Writer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/// A run as JSON lines: one object for each step, and one with the verdict at the end (`"end": true`). Written as the run goes, so that a
/// run of millions of steps needs no memory for it. A field that a step has nothing to say about is left out.
public final class RunJson implements AutoCloseable {
    private final JsonGenerator json;

    /// @param out where the lines go; it is flushed, not closed
    public RunJson(Writer out) {
        JsonFactory factory = JsonFactory.builder().rootValueSeparator((String) null).disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
        this.json = factory.createGenerator(ObjectWriteContext.empty(), out);
    }

    /// Writes the line of a step.
    ///
    /// @param time simulated ms at it
    /// @param process image name of the caller's process; empty when there is no call
    public void step(Machine.Outcome outcome, long time, String process) {
        json.writeStartObject();
        json.writeNumberProperty("step", outcome.position());
        json.writeNumberProperty("time", time);
        text("title", outcome.step().title());
        if (outcome.step().call() != null) {
            caller(outcome.caller(), process);
            call(outcome);
        }
        text("failed", outcome.failure());
        endLine();
    }

    /// Writes the verdict.
    public void end(Playthrough run) {
        json.writeStartObject();
        json.writeBooleanProperty("end", true);
        json.writeNumberProperty("steps", run.program().length());
        json.writeArrayPropertyStart("leaks");
        for (LeakSuspect suspect : run.findings().leaks()) {
            leak(suspect);
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("misuse");
        for (Machine.Misuse misuse : run.machine().misuses().reversed()) {
            misuse(misuse);
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("failures");
        for (Diagnostic failure : run.failures()) {
            json.writeString(failure.toString());
        }
        json.writeEndArray();
        endLine();
    }

    @Override
    public void close() {
        json.close();
    }

    private void caller(Caller caller, String process) {
        text("process", process);
        if (caller != null) {
            json.writeNumberProperty("pid", caller.pid());
            json.writeNumberProperty("tid", caller.tid());
            json.writeStringProperty("mode", caller.mode() == PreviousMode.KERNEL ? "kernel" : "user");
        }
    }

    private void call(Machine.Outcome outcome) {
        Scenario.Call written = outcome.step().call();
        json.writeStringProperty("call", outcome.call() == null ? written.service() : outcome.call().service());
        json.writeStringProperty("written", written.service());
        json.writeObjectPropertyStart("args");
        for (Scenario.Argument argument : written.arguments()) {
            json.writeStringProperty(argument.name(), argument.text());
        }
        json.writeEndObject();
        if (outcome.result() != null) {
            json.writeStringProperty("status", outcome.result().status().name());
            if (outcome.result().handle() != 0) {
                json.writeStringProperty("handle", HandleText.of(outcome.result().handle()));
            }
            if (outcome.result().object() != 0) {
                json.writeNumberProperty("object", outcome.result().object());
            }
            json.writeNumberProperty("information", outcome.result().information());
            if (outcome.result().blocked()) {
                json.writeBooleanProperty("blocked", true);
            }
        }
        if (!written.stack().isEmpty()) {
            json.writeArrayPropertyStart("stack");
            written.stack().forEach(json::writeString);
            json.writeEndArray();
        }
    }

    private void leak(LeakSuspect suspect) {
        json.writeStartObject();
        json.writeStringProperty("process", suspect.process());
        json.writeNumberProperty("pid", suspect.pid());
        json.writeStringProperty("type", suspect.type());
        json.writeNumberProperty("count", FinalsCheck.leaked(suspect));
        json.writeStringProperty("site", suspect.site());
        json.writeStringProperty("sentence", suspect.sentence());
        json.writeEndObject();
    }

    private void misuse(Machine.Misuse misuse) {
        json.writeStartObject();
        json.writeNumberProperty("step", misuse.position());
        json.writeStringProperty("kind", misuse.kind());
        json.writeNumberProperty("pid", misuse.pid());
        json.writeStringProperty("handle", HandleText.of(misuse.handle()));
        json.writeStringProperty("sentence", misuse.sentence());
        json.writeEndObject();
    }

    private void text(String name, String value) {
        if (!value.isEmpty()) {
            json.writeStringProperty(name, value);
        }
    }

    private void endLine() {
        json.writeEndObject();
        json.writeRaw('\n');
    }
}
