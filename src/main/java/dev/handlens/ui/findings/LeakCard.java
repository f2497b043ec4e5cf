package dev.handlens.ui.findings;

import dev.handlens.lens.FindingsFrame.LeakSuspect;
import dev.handlens.lens.Selection;
import dev.handlens.ui.Intent;
import dev.handlens.ui.control.Labels;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A leak suspect: what, how many, since when, opened where, what it costs and when that ends.
final class LeakCard extends VBox {
    /// Frames of a stack that say enough; the rest is in the tooltip.
    private static final int FRAMES = 4;

    LeakCard(LeakSuspect leak, Consumer<Intent> intents) {
        getStyleClass().addAll("card", "opened", "leak-card");
        getChildren().addAll(wrapped(leak.sentence(), "finding-title"), numbers(leak));
        if (leak.trend().length > 1) {
            TrendArea trend = new TrendArea(leak.trend());
            trend.setAccessibleText("Handles open over the run, now " + LeakWords.number(leak.open()));
            getChildren().add(trend);
        }
        String lost = LeakWords.lostBecause(leak);
        if (!lost.isEmpty()) {
            getChildren().add(wrapped(lost, "finding-words"));
        }
        getChildren().add(facts(leak, intents));
    }

    private static HBox numbers(LeakSuspect leak) {
        Label number = Labels.of(LeakWords.number(leak.open()), "finding-number");
        number.setMinWidth(USE_PREF_SIZE);
        Label words = wrapped(LeakWords.afterNumber(leak), "mute");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox box = new HBox(number, words);
        box.getStyleClass().add("finding-numbers");
        return box;
    }

    private static FactGrid facts(LeakSuspect leak, Consumer<Intent> intents) {
        FactGrid facts = new FactGrid();
        Hyperlink process = new Hyperlink(leak.process());
        process.setOnAction(_ -> intents.accept(new Intent.Select(new Selection.OfProcess(leak.pid()))));
        HBox who = new HBox(6, process, Labels.of("pid " + leak.pid(), "mute"));
        facts.add("Process", who);
        addStack(facts, leak);
        facts.addWords("Handles", LeakWords.values(leak), "mono");
        facts.addWords("Holds", leak.holds());
        facts.addWords("Runs out", leak.runsOut());
        return facts;
    }

    private static void addStack(FactGrid facts, LeakSuspect leak) {
        List<String> stack = leak.stack().isEmpty() ? List.of(leak.site()) : leak.stack();
        Tooltip whole = new Tooltip(String.join("\n", stack));
        for (int index = 0; index < Math.min(FRAMES, stack.size()); index++) {
            String frame = stack.get(index);
            Label label = Labels.of(frame, "mono", frame.equals(leak.site()) ? "site" : "frame");
            label.setTooltip(whole);
            facts.add(index == 0 ? "Opened at" : "", label);
        }
        if (stack.size() > FRAMES) {
            Label more = Labels.of("and " + (stack.size() - FRAMES) + " more", "faint");
            more.setTooltip(whole);
            facts.add("", more);
        }
    }

    /// Words over as many lines as they need.
    static Label wrapped(String words, String tier) {
        Label label = Labels.of(words, tier);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
