package dev.handlens.scenario;

import java.util.List;

/// Reads what must hold at the end.
final class FinalsDecoder {
    private final List<String> processes;
    private final Diagnostics diagnostics;

    FinalsDecoder(List<Scenario.CastMember> cast, Diagnostics diagnostics) {
        this.processes = CastDecoder.processes(cast);
        this.diagnostics = diagnostics;
    }

    Scenario.Finals decode(YamlNode node) {
        if (!(node instanceof YamlNode.Fields finals)) {
            return new Scenario.Finals(null, null);
        }
        List<Scenario.ExpectedLeak> leaks = switch (finals.get("leaks")) {
            case YamlNode.Items items -> items.items().stream().map(i -> leak((YamlNode.Fields) i)).toList();
            case YamlNode.Text _ -> List.of();
            case null, default -> null;
        };
        List<Scenario.ExpectedMisuse> misuses = switch (finals.get("misuse")) {
            case YamlNode.Items items -> items.items().stream().map(i -> misuse((YamlNode.Fields) i)).toList();
            case YamlNode.Text _ -> List.of();
            case null, default -> null;
        };
        return new Scenario.Finals(leaks, misuses);
    }

    private Scenario.ExpectedLeak leak(YamlNode.Fields fields) {
        return new Scenario.ExpectedLeak(
                process(fields), ScenarioDecoder.text(fields, "type"), ScenarioDecoder.whole(fields, "count", 1),
                ScenarioDecoder.text(fields, "at"), fields.place());
    }

    private Scenario.ExpectedMisuse misuse(YamlNode.Fields fields) {
        return new Scenario.ExpectedMisuse(
                process(fields), ScenarioDecoder.text(fields, "kind"), ScenarioDecoder.whole(fields, "count", 1), fields.place());
    }

    private String process(YamlNode.Fields fields) {
        String name = ScenarioDecoder.text(fields, "process");
        if (!processes.contains(name) && !name.equals(Scenario.SYSTEM)) {
            diagnostics.add(fields.get("process").place(), "no process of the cast is named '" + name + "'"
                    + Suggestions.of(name, processes));
        }
        return name;
    }
}
