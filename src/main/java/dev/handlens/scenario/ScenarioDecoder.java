package dev.handlens.scenario;

import dev.handlens.kernel.Architecture;
import dev.handlens.kernel.MachineConfig;
import dev.handlens.kernel.ReusePolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes a scenario from nodes whose shape has been checked, and checks what shapes cannot see: names that must exist, lines within
/// listings, the size of the whole run.
final class ScenarioDecoder {
    /// How the window opens for a scenario that does not say.

    private final Diagnostics diagnostics;

    ScenarioDecoder(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /// The scenario; meaningless when there are diagnostics afterwards.
    ///
    /// @param name short name of the scenario
    Scenario decode(String name, YamlNode root) {
        YamlNode.Fields file = (YamlNode.Fields) root;
        long pace = amount(file, "pace", 20);
        List<Scenario.CastMember> cast = new CastDecoder(diagnostics).decode(file.get("cast"));
        Map<String, Scenario.Listing> listings = listings(file);
        Variables variables = new Variables(diagnostics);
        CastTable table = new CastTable(cast, diagnostics);
        List<Scenario.Block> blocks = new StepDecoder(pace, listings, variables, table, diagnostics)
                .decode((YamlNode.Items) file.get("steps"));
        RunSize.check(blocks, diagnostics);
        return new Scenario(
                name, text(file, "title"), text(file, "summary"), machine(file.get("machine")), pace, cast, opening(file, cast),
                List.copyOf(listings.values()), blocks, new FinalsDecoder(cast, diagnostics).decode(file.get("expect")), variables.names());
    }

    private static MachineConfig machine(YamlNode node) {
        MachineConfig standard = MachineConfig.x64();
        return switch (node) {
            case null -> standard;
            case YamlNode.Text text ->
                new MachineConfig(architecture(text.value()), standard.pagedLimit(), standard.nonpagedLimit(), standard.reuse());
            case YamlNode.Fields fields -> new MachineConfig(
                    architecture(text(fields, "arch")), amount(fields, "paged", standard.pagedLimit()),
                    amount(fields, "nonpaged", standard.nonpagedLimit()),
                    text(fields, "reuse").equals("fifo") ? ReusePolicy.FIFO : ReusePolicy.LIFO, Scalars.truth(text(fields, "verifier")));
            case YamlNode.Items _ -> throw new IllegalStateException("a list passed for 'machine'");
        };
    }

    private static Architecture architecture(String label) {
        return label.equals(Architecture.X86.label()) ? Architecture.X86 : Architecture.X64;
    }

    private Scenario.Opening opening(YamlNode.Fields file, List<Scenario.CastMember> cast) {
        if (!(file.get("view") instanceof YamlNode.Fields view)) {
            return Scenario.Opening.STANDARD;
        }
        String select = null;
        if (view.get("select") instanceof YamlNode.Text text) {
            select = text.value();
            List<String> processes = CastDecoder.processes(cast);
            if (!processes.contains(select) && !select.equals(Scenario.SYSTEM)) {
                diagnostics.add(text.place(), "no process of the cast is named '" + select + "'" + Suggestions.of(select, processes));
            }
        }
        String highlighted = text(view, "highlight");
        long highlight = switch (highlighted) {
            case "", "step" -> 0;
            case "ever" -> Long.MAX_VALUE;
            default -> Scalars.amount(highlighted);
        };
        boolean polling = text(view, "watch").equals("poll");
        return new Scenario.Opening(select, polling, amount(view, "interval", 1_000), highlight, Scalars.truth(text(view, "unnamed")));
    }

    private static Map<String, Scenario.Listing> listings(YamlNode.Fields file) {
        Map<String, Scenario.Listing> listings = new LinkedHashMap<>();
        if (file.get("sources") instanceof YamlNode.Fields sources) {
            for (YamlNode.Entry entry : sources.fields().values()) {
                List<String> lines = new ArrayList<>(((YamlNode.Text) entry.value()).value().lines().toList());
                listings.put(entry.name(), new Scenario.Listing(entry.name(), List.copyOf(lines)));
            }
        }
        return listings;
    }

    /// The text of a field, or empty text when it is absent.
    static String text(YamlNode.Fields fields, String name) {
        return fields.get(name) instanceof YamlNode.Text text ? text.value() : "";
    }

    /// A time in ms or a size in bytes, or a fallback when it is absent.
    static long amount(YamlNode.Fields fields, String name, long fallback) {
        return fields.get(name) instanceof YamlNode.Text text ? Scalars.amount(text.value()) : fallback;
    }

    /// A whole number, or a fallback when it is absent.
    static long whole(YamlNode.Fields fields, String name, long fallback) {
        return fields.get(name) instanceof YamlNode.Text text ? Scalars.whole(text.value()) : fallback;
    }

    /// The texts of a list, or an empty list when it is absent.
    static List<YamlNode.Text> texts(YamlNode.Fields fields, String name) {
        return switch (fields.get(name)) {
            case null -> List.of();
            case YamlNode.Text text -> List.of(text);
            case YamlNode.Items items -> items.items().stream().map(YamlNode.Text.class::cast).toList();
            case YamlNode.Fields _ -> throw new IllegalStateException("a mapping passed for '" + name + "'");
        };
    }
}
