package dev.handlens.ui.findings;

import dev.handlens.lens.FindingsFrame;
import dev.handlens.ui.Intent;
import dev.handlens.ui.control.Labels;
import dev.handlens.ui.theme.Theme;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Shows what the run has found so far: leak suspects, misuse, and what looked like a leak and is none.
public final class FindingsPane extends StackPane {
    private final Consumer<Intent> intents;
    private final VBox cards = new VBox();
    private final ScrollPane scroll = new ScrollPane(cards);
    private final VBox nothing = new VBox();
    private final Label found = Labels.of("", "remark");
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private FindingsFrame frame;

    /// @param intents where wishes go
    public FindingsPane(Consumer<Intent> intents) {
        this.intents = intents;
        getStyleClass().add("findings-pane");
        getStylesheets().add(Theme.sheetOf(FindingsPane.class, "findings.css"));
        cards.getStyleClass().add("finding-cards");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        nothing.getStyleClass().add("nothing-found");
        nothing.setAlignment(Pos.CENTER);
        nothing.getChildren().addAll(
                Labels.of("Nothing found so far.", "strong"),
                LeakCard.wrapped(
                        "Found here: handles that one place opens and nobody closes, handles closed twice, "
                                + "handles of the wrong type, and values that reach another object because they were used again.",
                        "mute"));
        setMinSize(0, 0);
        getChildren().addAll(scroll, nothing);
        show(new FindingsFrame(List.of(), List.of(), List.of()));
    }

    /// How many leak suspects and mistakes there are, for the badge of the tab.
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /// What stands right in the header: how many were found.
    public Node[] actions() {
        return new Node[] {found};
    }

    /// Shows a moment.
    public void show(FindingsFrame next) {
        if (next.equals(frame)) {
            return;
        }
        frame = next;
        count.set(next.leaks().size() + next.misuses().size());
        found.setText(count.get() == 0 ? "" : String.format(Locale.ROOT, "%,d found", count.get()));
        nothing.setVisible(count.get() == 0 && next.cleared().isEmpty());
        scroll.setVisible(!nothing.isVisible());
        cards.getChildren().clear();
        next.leaks().forEach(leak -> cards.getChildren().add(new LeakCard(leak, intents)));
        next.misuses().forEach(misuse -> cards.getChildren().add(new MisuseCard(misuse, intents)));
        if (!next.cleared().isEmpty()) {
            cards.getChildren().add(notSuspects(next.cleared()));
        }
    }

    private static VBox notSuspects(List<String> cleared) {
        VBox card = new VBox(Labels.of("Not suspects", "finding-title"));
        card.getStyleClass().addAll("card", "cleared-card");
        cleared.forEach(sentence -> card.getChildren().add(LeakCard.wrapped(sentence, "mute")));
        return card;
    }
}
