package dev.handlens.ui.table;

import dev.handlens.lens.PropertiesFrame;
import dev.handlens.lens.TableFrame;
import dev.handlens.ui.control.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One entry: where it lies, what it says, and its bytes.
final class EntryCard extends VBox {
    private static final double LABEL_WIDTH = 104;
    private static final int BYTES_A_LINE = 16;
    private static final int BYTES_A_NARROW_LINE = 8;
    private static final double NARROW = 372;

    private final Label value = Labels.of("", "mono", "strong");
    private final Label place = Labels.of("", "mute");
    private final VBox facts = new VBox(6);
    private final Label layout = Labels.of("", "mute");
    private final Label bytes = Labels.of("", "mono", "entry-bytes");
    private List<PropertiesFrame.Fact> shown = List.of();
    private List<Byte> dumped = List.of();

    EntryCard() {
        super(8);
        getStyleClass().add("entry-card");
        value.setMinWidth(Region.USE_PREF_SIZE);
        place.setMinWidth(0);
        bytes.setMinHeight(Region.USE_PREF_SIZE);
        widthProperty().addListener(_ -> dump());
        getChildren().addAll(new HBox(8, value, place), facts, layout, bytes);
    }

    void show(TableFrame.Entry entry) {
        setVisible(entry != null);
        if (entry == null) {
            return;
        }
        value.setText(hex(entry.handle()));
        place.setText(entry.place());
        if (!entry.facts().equals(shown)) {
            shown = entry.facts();
            showFacts();
        }
        boolean used = !entry.bytes().isEmpty();
        layout.setText(entry.layout());
        layout.setVisible(used);
        bytes.setVisible(used);
        dumped = entry.bytes();
        dump();
        setAccessibleText(hex(entry.handle()) + ", " + entry.place() + ", "
                + shown.stream().map(fact -> fact.label() + " " + fact.value() + " " + fact.remark()).collect(Collectors.joining(", ")));
    }

    private void showFacts() {
        List<Node> rows = new ArrayList<>();
        for (PropertiesFrame.Fact fact : shown) {
            Label label = Labels.of(fact.label(), "mute");
            label.setMinWidth(LABEL_WIDTH);
            Label words = Labels.of(fact.value(), fact.mono() ? "mono" : "plain");
            words.setMinWidth(Region.USE_PREF_SIZE);
            Label remark = Labels.of(fact.remark(), "mute");
            remark.setMinWidth(0);
            rows.add(new HBox(8, label, words, remark));
        }
        facts.getChildren().setAll(rows);
    }

    private void dump() {
        int aLine = getWidth() < NARROW ? BYTES_A_NARROW_LINE : BYTES_A_LINE;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < dumped.size(); i++) {
            text.append(i == 0 ? "" : i % aLine == 0 ? "\n" : " ").append(String.format(Locale.ROOT, "%02X", dumped.get(i)));
        }
        bytes.setText(text.toString());
    }

    private static String hex(long value) {
        return "0x" + Long.toHexString(value).toUpperCase(Locale.ROOT);
    }
}
