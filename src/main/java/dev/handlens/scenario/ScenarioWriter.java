package dev.handlens.scenario;

import dev.handlens.kernel.io.IoctlAnswer;
import dev.handlens.kernel.Architecture;
import dev.handlens.kernel.MachineConfig;
import dev.handlens.kernel.ReusePolicy;
import java.util.List;

/// Writes a scenario as a file that the reader reads back to an equal one, places apart. What has its default is left out.
public final class ScenarioWriter {
    private final Scenario scenario;
    private final YamlOutput out = new YamlOutput();

    private ScenarioWriter(Scenario scenario) {
        this.scenario = scenario;
    }

    /// The text of the file.
    public static String write(Scenario scenario) {
        ScenarioWriter writer = new ScenarioWriter(scenario);
        writer.writeAll();
        return writer.out.finish();
    }

    private void writeAll() {
        out.beginMapping(false);
        out.plainField("handlens", Integer.toString(Grammar.VERSION));
        out.textField("title", scenario.title());
        if (!scenario.summary().isEmpty()) {
            out.textField("summary", scenario.summary());
        }
        writeMachine(scenario.machine());
        out.plainField("pace", Scalars.duration(scenario.pace()));
        if (!scenario.cast().isEmpty()) {
            out.text("cast");
            out.beginMapping(false);
            scenario.cast().forEach(this::writeMember);
            out.endMapping();
        }
        writeOpening(scenario.opening());
        if (!scenario.listings().isEmpty()) {
            out.text("sources");
            out.beginMapping(false);
            for (Scenario.Listing listing : scenario.listings()) {
                out.textField(listing.name(), String.join("\n", listing.lines()) + (listing.lines().isEmpty() ? "" : "\n"));
            }
            out.endMapping();
        }
        out.text("steps");
        new StepWriter(scenario, out).write(scenario.blocks());
        writeFinals(scenario.finals());
        out.endMapping();
    }

    private void writeMachine(MachineConfig machine) {
        MachineConfig standard = MachineConfig.x64();
        String label = machine.architecture().label();
        if (machine.equals(new MachineConfig(machine.architecture(), standard.pagedLimit(), standard.nonpagedLimit(), standard.reuse()))) {
            if (machine.architecture() != Architecture.X64) {
                out.textField("machine", label);
            }
            return;
        }
        out.text("machine");
        out.beginMapping(true);
        out.textField("arch", label);
        out.plainField("paged", Scalars.size(machine.pagedLimit()));
        out.plainField("nonpaged", Scalars.size(machine.nonpagedLimit()));
        out.textField("reuse", machine.reuse() == ReusePolicy.FIFO ? "fifo" : "lifo");
        flagIfSet("verifier", machine.verifier());
        out.endMapping();
    }

    private void writeMember(Scenario.CastMember member) {
        out.text(member.name());
        out.beginMapping(true);
        switch (member) {
            case Scenario.CastMember.ProcessMember process -> {
                out.textField("process", process.image());
                if (process.parent() != null) {
                    out.textField("parent", process.parent());
                }
                numberUnlessZero("pid", process.pid());
                if (!process.loader()) {
                    out.plainField("loader", "false");
                }
                flagIfSet("tracing", process.tracing());
                writeLimits(process.limits());
                flagIfSet("later", process.later());
            }
            case Scenario.CastMember.ThreadMember thread -> {
                out.textField("thread", thread.process());
                if (!thread.start().isEmpty()) {
                    out.textField("start", thread.start());
                }
                numberUnlessZero("tid", thread.tid());
                flagIfSet("later", thread.later());
            }
            case Scenario.CastMember.DriverMember driver -> {
                out.textField("driver", driver.image());
                if (!driver.devices().isEmpty()) {
                    out.listField("device", driver.devices());
                }
                if (driver.behavior().answer() != IoctlAnswer.AT_ONCE) {
                    out.textField("answers", driver.behavior().answer().label());
                }
                flagIfSet("verifier", driver.behavior().verified());
            }
        }
        out.endMapping();
    }

    private void writeLimits(Scenario.Limits limits) {
        if (limits.privileges() != null && limits.privileges().isEmpty()) {
            out.plainField("privileges", Grammar.NONE);
        } else if (limits.privileges() != null) {
            out.listField("privileges", limits.privileges());
        }
        if (limits.pagedQuota() >= 0 || limits.nonpagedQuota() >= 0) {
            out.text("quota");
            out.beginMapping(true);
            if (limits.pagedQuota() >= 0) {
                out.plainField("paged", Scalars.size(limits.pagedQuota()));
            }
            if (limits.nonpagedQuota() >= 0) {
                out.plainField("nonpaged", Scalars.size(limits.nonpagedQuota()));
            }
            out.endMapping();
        }
    }

    private void writeOpening(Scenario.Opening opening) {
        if (opening.equals(Scenario.Opening.STANDARD)) {
            return;
        }
        out.text("view");
        out.beginMapping(false);
        if (opening.select() != null) {
            out.textField("select", opening.select());
        }
        out.textField("watch", opening.polling() ? "poll" : "events");
        out.plainField("interval", Scalars.duration(opening.interval()));
        long highlight = opening.highlight();
        out.plainField("highlight", highlight == 0 ? "step" : highlight == Long.MAX_VALUE ? "ever" : Scalars.duration(highlight));
        flagIfSet("unnamed", opening.unnamed());
        out.endMapping();
    }

    private void writeFinals(Scenario.Finals finals) {
        if (finals.leaks() == null && finals.misuses() == null) {
            return;
        }
        out.text("expect");
        out.beginMapping(false);
        if (finals.leaks() != null) {
            beginOrNone("leaks", finals.leaks());
            for (Scenario.ExpectedLeak leak : finals.leaks()) {
                out.beginMapping(true);
                out.textField("process", leak.process());
                out.textField("type", leak.type());
                out.plainField("count", Long.toString(leak.count()));
                if (!leak.at().isEmpty()) {
                    out.textField("at", leak.at());
                }
                out.endMapping();
            }
            endUnlessNone(finals.leaks());
        }
        if (finals.misuses() != null) {
            beginOrNone("misuse", finals.misuses());
            for (Scenario.ExpectedMisuse misuse : finals.misuses()) {
                out.beginMapping(true);
                out.textField("process", misuse.process());
                out.textField("kind", misuse.kind());
                out.plainField("count", Long.toString(misuse.count()));
                out.endMapping();
            }
            endUnlessNone(finals.misuses());
        }
        out.endMapping();
    }

    private void beginOrNone(String key, List<?> items) {
        out.text(key);
        if (items.isEmpty()) {
            out.plain(Grammar.NONE);
        } else {
            out.beginList(false);
        }
    }

    private void endUnlessNone(List<?> items) {
        if (!items.isEmpty()) {
            out.endList();
        }
    }

    private void numberUnlessZero(String key, int number) {
        if (number != 0) {
            out.plainField(key, Integer.toString(number));
        }
    }

    private void flagIfSet(String key, boolean flag) {
        if (flag) {
            out.plainField(key, "true");
        }
    }
}
