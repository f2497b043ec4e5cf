package dev.handlens.ui.findings;

import dev.handlens.lens.FindingsFrame.LeakSuspect;
import dev.handlens.lens.Selection;
import dev.handlens.ui.Intent;
import dev.handlens.ui.control.Hint;
import dev.handlens.ui.control.Labels;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A leak suspect: what, how many, since when, opened where, what it costs and when that ends.
final class LeakCard extends VBox {
    /// Frames of a stack that say enough; the rest is in the tooltip.
    private static final int FRAMES = 4;

    private final Label number = Labels.of("", "finding-number");
    private final Label afterNumber = wrapped("", "mute");
    private final TrendArea trend = new TrendArea();
    private final Label lost = wrapped("", "finding-words");
    private final FactGrid facts = new FactGrid();
    private final FactGrid.Words handles;
    private final FactGrid.Words holds;
    private final FactGrid.Words runsOut;

    LeakCard(LeakSuspect leak, Consumer<Intent> intents) {
        getStyleClass().addAll("card", "opened", "leak-card");
        number.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(afterNumber, Priority.ALWAYS);
        HBox numbers = new HBox(number, afterNumber);
        numbers.getStyleClass().add("finding-numbers");
        Hyperlink process = new Hyperlink(leak.process());
        process.setOnAction(_ -> intents.accept(new Intent.Select(new Selection.OfProcess(leak.pid()))));
        facts.add("Process", new HBox(6, process, Labels.of("pid " + leak.pid(), "mute")));
        addStack(leak);
        handles = facts.addWords("Handles", "mono");
        holds = facts.addWords("Holds");
        runsOut = facts.addWords("Runs out");
        getChildren().addAll(wrapped(leak.sentence(), "finding-title"), numbers, trend, lost, facts);
        show(leak);
    }

    /// What stays the same while the numbers of a suspect move; a card is kept as long as it does.
    static List<Object> identity(LeakSuspect leak) {
        return List.of(leak.pid(), leak.process(), leak.type(), leak.site(), leak.sentence(), leak.stack());
    }

    /// @param leak the same suspect at another moment
    void show(LeakSuspect leak) {
        number.setText(LeakWords.number(leak.open()));
        afterNumber.setText(LeakWords.afterNumber(leak));
        trend.show(leak.trend());
        trend.setAccessibleText("Handles open over the run, now " + number.getText());
        lost.setText(LeakWords.lostBecause(leak));
        lost.setVisible(!lost.getText().isEmpty());
        lost.setManaged(lost.isVisible());
        handles.show(LeakWords.values(leak));
        holds.show(leak.holds());
        runsOut.show(leak.runsOut());
    }

    private void addStack(LeakSuspect leak) {
        List<String> stack = leak.stack().isEmpty() ? List.of(leak.site()) : leak.stack();
        String whole = String.join("\n", stack);
        for (int index = 0; index < Math.min(FRAMES, stack.size()); index++) {
            String frame = stack.get(index);
            Label label = Labels.of(frame, "mono", frame.equals(leak.site()) ? "site" : "frame");
            Hint.on(label, whole);
            facts.add(index == 0 ? "Opened at" : "", label);
        }
        if (stack.size() > FRAMES) {
            Label more = Labels.of("and " + (stack.size() - FRAMES) + " more", "faint");
            Hint.on(more, whole);
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
