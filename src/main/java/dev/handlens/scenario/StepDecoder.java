package dev.handlens.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads steps and repeats.
final class StepDecoder {
    private final long pace;
    private final Map<String, Scenario.Listing> listings;
    private final Variables variables;
    private final CallDecoder calls;
    private final Diagnostics diagnostics;
    private int nextId;

    StepDecoder(long pace, Map<String, Scenario.Listing> listings, Variables variables, CastTable cast, Diagnostics diagnostics) {
        this.pace = pace;
        this.listings = listings;
        this.variables = variables;
        this.calls = new CallDecoder(variables, cast, diagnostics);
        this.diagnostics = diagnostics;
    }

    List<Scenario.Block> decode(YamlNode.Items steps) {
        announce(steps);
        return blocks(steps);
    }

    /// Notes all variables that some step binds, so that a message can tell a misspelt one from one that is used too early.
    private void announce(YamlNode.Items steps) {
        for (YamlNode node : steps.items()) {
            YamlNode.Fields block = (YamlNode.Fields) node;
            if (block.get("do") instanceof YamlNode.Items body) {
                announce(body);
            }
            for (YamlNode.Entry entry : block.fields().values()) {
                if (CallCatalog.find(entry.name()) != null && ((YamlNode.Fields) entry.value()).get("as") instanceof YamlNode.Text as) {
                    variables.announce(as.value(), as.place());
                }
            }
        }
    }

    private List<Scenario.Block> blocks(YamlNode.Items steps) {
        List<Scenario.Block> blocks = new ArrayList<>(steps.items().size());
        for (YamlNode node : steps.items()) {
            YamlNode.Fields block = (YamlNode.Fields) node;
            blocks.add(block.get("repeat") instanceof YamlNode.Fields repeat ? repeat(block, repeat) : step(block));
        }
        return List.copyOf(blocks);
    }

    private Scenario.Repeat repeat(YamlNode.Fields block, YamlNode.Fields repeat) {
        int times = (int) ScenarioDecoder.whole(repeat, "times", 1);
        long every = ScenarioDecoder.amount(repeat, "every", pace);
        return new Scenario.Repeat(times, every, blocks((YamlNode.Items) block.get("do")), block.place());
    }

    private Scenario.Step step(YamlNode.Fields step) {
        int id = nextId++;
        Scenario.Call call = null;
        for (YamlNode.Entry entry : step.fields().values()) {
            CallSpec spec = CallCatalog.find(entry.name());
            if (spec != null) {
                call = calls.decode(spec, (YamlNode.Fields) entry.value());
            }
        }
        String listing = "";
        int firstLine = 0;
        int lastLine = 0;
        if (step.get("source") instanceof YamlNode.Text source) {
            int colon = source.value().indexOf(':');
            int dash = source.value().indexOf('-', colon);
            listing = source.value().substring(0, colon);
            firstLine = Integer.parseInt(source.value().substring(colon + 1, dash < 0 ? source.value().length() : dash));
            lastLine = dash < 0 ? firstLine : Integer.parseInt(source.value().substring(dash + 1));
            checkSource(source.place(), listing, firstLine, lastLine);
        }
        if (step.get("answer") != null && step.get("ask") == null) {
            diagnostics.add(step.get("answer").place(), "this answers no question; add 'ask'");
        }
        List<Integer> forget = ScenarioDecoder.texts(step, "forget").stream().map(v -> variables.use(v.value(), v.place())).toList();
        return new Scenario.Step(
                id, step.place(), ScenarioDecoder.text(step, "title"), ScenarioDecoder.text(step, "say"),
                ScenarioDecoder.text(step, "notes"), listing,
                firstLine, lastLine, ScenarioDecoder.text(step, "ask"), ScenarioDecoder.text(step, "answer"),
                ScenarioDecoder.amount(step, "after", -1), call, forget);
    }

    private void checkSource(Place place, String name, int firstLine, int lastLine) {
        Scenario.Listing listing = listings.get(name);
        if (listing == null) {
            diagnostics.add(place, "no listing under 'sources' is named " + YamlNode.shorten(name)
                    + Suggestions.of(name, listings.keySet()));
        } else if (lastLine < firstLine) {
            diagnostics.add(place, "the lines run backwards; write " + name + ":" + lastLine + "-" + firstLine);
        } else if (lastLine > listing.lines().size()) {
            diagnostics.add(place, name + " has " + listing.lines().size() + " lines, so there is no line " + lastLine);
        }
    }
}
