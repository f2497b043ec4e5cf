package dev.handlens.scenario;

import dev.handlens.kernel.io.DriverBehavior;
import dev.handlens.kernel.io.IoctlAnswer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads the cast.
final class CastDecoder {
    private static final int SYSTEM_PID = 4;

    private final Diagnostics diagnostics;
    private final Map<Integer, String> ids = new LinkedHashMap<>();

    CastDecoder(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    List<Scenario.CastMember> decode(YamlNode node) {
        List<Scenario.CastMember> cast = new ArrayList<>();
        if (node instanceof YamlNode.Fields members) {
            ids.put(SYSTEM_PID, "the System process");
            for (YamlNode.Entry entry : members.fields().values()) {
                if (entry.name().equals(Scenario.SYSTEM)) {
                    diagnostics.add(entry.place(), "'System' is always there and needs no entry; choose another name for this one");
                }
                cast.add(member(entry.name(), (YamlNode.Fields) entry.value()));
            }
            checkRelations(members, cast);
        }
        return List.copyOf(cast);
    }

    /// Names of all processes of a cast.
    static List<String> processes(List<Scenario.CastMember> cast) {
        return cast.stream().filter(Scenario.CastMember.ProcessMember.class::isInstance).map(Scenario.CastMember::name).toList();
    }

    private Scenario.CastMember member(String name, YamlNode.Fields fields) {
        boolean later = Scalars.truth(ScenarioDecoder.text(fields, "later"));
        if (fields.get("process") != null) {
            String parent = fields.get("parent") == null ? null : ScenarioDecoder.text(fields, "parent");
            boolean loader = fields.get("loader") == null || Scalars.truth(ScenarioDecoder.text(fields, "loader"));
            return new Scenario.CastMember.ProcessMember(
                    name, ScenarioDecoder.text(fields, "process"), parent, id(name, fields, "pid"), loader,
                    Scalars.truth(ScenarioDecoder.text(fields, "tracing")), later, limits(name, fields, later));
        }
        if (fields.get("thread") != null) {
            return new Scenario.CastMember.ThreadMember(
                    name, ScenarioDecoder.text(fields, "thread"), ScenarioDecoder.text(fields, "start"), id(name, fields, "tid"), later);
        }
        List<String> devices = ScenarioDecoder.texts(fields, "device").stream().map(YamlNode.Text::value).toList();
        String answers = ScenarioDecoder.text(fields, "answers");
        IoctlAnswer answer = Arrays.stream(IoctlAnswer.values()).filter(a -> a.label().equals(answers)).findFirst().orElse(IoctlAnswer.AT_ONCE);
        DriverBehavior behavior = new DriverBehavior(answer, Scalars.truth(ScenarioDecoder.text(fields, "verifier")));
        return new Scenario.CastMember.DriverMember(name, ScenarioDecoder.text(fields, "driver"), devices, behavior);
    }

    private Scenario.Limits limits(String name, YamlNode.Fields fields, boolean later) {
        YamlNode privileges = fields.get("privileges");
        YamlNode quota = fields.get("quota");
        if (later && (privileges != null || quota != null)) {
            diagnostics.add((privileges == null ? quota : privileges).place(), "'" + name
                    + "' is made by a step and has the privileges and limits of the process that makes it; give them to that one");
        }
        List<String> held = privileges == null ? null : ScenarioDecoder.texts(fields, "privileges").stream().map(YamlNode.Text::value)
                .filter(label -> !label.equals(Grammar.NONE)).toList();
        return quota instanceof YamlNode.Fields limits
                ? new Scenario.Limits(held, bytes(limits, "paged"), bytes(limits, "nonpaged"))
                : new Scenario.Limits(held, -1, -1);
    }

    private static long bytes(YamlNode.Fields limits, String field) {
        return limits.get(field) == null ? -1 : Scalars.amount(ScenarioDecoder.text(limits, field));
    }

    /// Process and thread ids come from one table, so none may be given twice.
    private int id(String name, YamlNode.Fields fields, String field) {
        YamlNode node = fields.get(field);
        if (node == null) {
            return 0;
        }
        int id = (int) ScenarioDecoder.whole(fields, field, 0);
        if (id % 4 != 0) {
            diagnostics.add(node.place(), "'" + field + "' must be a multiple of 4, found " + id);
        }
        String other = ids.putIfAbsent(id, "'" + name + "'");
        if (other != null) {
            diagnostics.add(node.place(), "the id " + id + " is taken by " + other + "; process and thread ids are one series");
        }
        return id;
    }

    private void checkRelations(YamlNode.Fields members, List<Scenario.CastMember> cast) {
        List<String> processes = processes(cast);
        Map<String, String> parents = new LinkedHashMap<>();
        for (Scenario.CastMember member : cast) {
            YamlNode.Fields fields = (YamlNode.Fields) members.get(member.name());
            switch (member) {
                case Scenario.CastMember.ProcessMember process -> {
                    if (process.parent() != null) {
                        checkProcess(fields.get("parent"), process.parent(), processes);
                        parents.put(process.name(), process.parent());
                    }
                }
                case Scenario.CastMember.ThreadMember thread -> checkProcess(fields.get("thread"), thread.process(), processes);
                case Scenario.CastMember.DriverMember _ -> {
                    // A driver refers to nobody.
                }
            }
        }
        refuseCycles(members, parents);
        refuseEarlyParts(members, cast);
    }

    private void checkProcess(YamlNode node, String name, List<String> processes) {
        if (!processes.contains(name) && !name.equals(Scenario.SYSTEM)) {
            diagnostics.add(node.place(), "no process of the cast is named '" + name + "'" + Suggestions.of(name, processes));
        }
    }

    private void refuseCycles(YamlNode.Fields members, Map<String, String> parents) {
        Set<String> reported = new LinkedHashSet<>();
        for (String start : members.fields().keySet()) {
            List<String> line = new ArrayList<>();
            String name = start;
            while (name != null && !line.contains(name) && !reported.contains(name)) {
                line.add(name);
                name = parents.get(name);
            }
            if (name != null && line.contains(name)) {
                List<String> cycle = line.subList(line.indexOf(name), line.size());
                YamlNode parent = ((YamlNode.Fields) members.get(cycle.getLast())).get("parent");
                diagnostics.add(parent.place(), "'" + name + "' would be its own ancestor: " + String.join(" → ", cycle) + " → " + name);
            }
            reported.addAll(line);
        }
    }

    /// What is there from the start cannot belong to a process that is made later.
    private void refuseEarlyParts(YamlNode.Fields members, List<Scenario.CastMember> cast) {
        Set<String> later = new LinkedHashSet<>();
        cast.forEach(m -> {
            if (m instanceof Scenario.CastMember.ProcessMember process && process.later()) {
                later.add(process.name());
            }
        });
        for (Scenario.CastMember member : cast) {
            YamlNode.Fields fields = (YamlNode.Fields) members.get(member.name());
            boolean parentLater = member instanceof Scenario.CastMember.ProcessMember p && !p.later() && p.parent() != null
                    && later.contains(p.parent());
            boolean processLater = member instanceof Scenario.CastMember.ThreadMember t && !t.later() && later.contains(t.process());
            if (parentLater || processLater) {
                YamlNode where = fields.get(parentLater ? "parent" : "thread");
                diagnostics.add(where.place(), "'" + member.name()
                        + "' is there from the start, but its process is made later; give it 'later: true'");
            }
        }
    }
}
