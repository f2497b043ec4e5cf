package dev.handlens.ui.findings;

import dev.handlens.lens.FindingsFrame;
import dev.handlens.lens.SuspectId;
import dev.handlens.ui.Intent;
import dev.handlens.ui.control.Labels;
import dev.handlens.ui.control.Numbers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Shows what the run has found so far: leak suspects, misuse, and what looked like a leak and is none.
public final class FindingsPane extends StackPane {
    /// Cards of a kind shown at most, and lines of the card of what is not suspected: each takes its time to lay out.
    private static final int MOST = 50;
    private static final PseudoClass REVEALED = PseudoClass.getPseudoClass("revealed");

    private final Consumer<Intent> intents;
    private final VBox cards = new VBox();
    private final ScrollPane scroll = new ScrollPane(cards);
    private final VBox nothing = new VBox();
    /// Cards by what they are about. A card stays while its numbers move, or the link a person is about to press would be taken away.
    private Map<Object, Node> known = Map.of();
    private FindingsFrame frame;
    /// A suspect whose card is to be scrolled to as soon as the cards have their places, or null.
    private SuspectId wanted;

    /// @param intents where wishes go
    public FindingsPane(Consumer<Intent> intents) {
        this.intents = intents;
        getStyleClass().add("findings-pane");
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

    /// Shows a moment.
    public void show(FindingsFrame now) {
        if (frame != null && isShown(now.leaks(), frame.leaks()) && isShown(now.misuses(), frame.misuses())
                && isShown(now.cleared(), frame.cleared())) {
            return;
        }
        frame = now;
        nothing.setVisible(frame.leaks().isEmpty() && frame.misuses().isEmpty() && frame.cleared().isEmpty());
        scroll.setVisible(!nothing.isVisible());
        Map<Object, Node> shown = new LinkedHashMap<>();
        for (FindingsFrame.LeakSuspect leak : first(frame.leaks())) {
            List<Object> identity = LeakCard.identity(leak);
            LeakCard card = known.get(identity) instanceof LeakCard old ? old : new LeakCard(leak, intents);
            card.show(leak);
            shown.put(identity, card);
        }
        addRest(shown, frame.leaks(), "leak suspects");
        for (FindingsFrame.Misuse misuse : first(frame.misuses())) {
            shown.put(misuse, known.containsKey(misuse) ? known.get(misuse) : new MisuseCard(misuse, intents));
        }
        addRest(shown, frame.misuses(), "cases of misuse");
        List<String> cleared = List.copyOf(first(frame.cleared()));
        if (!cleared.isEmpty()) {
            shown.put(cleared, known.containsKey(cleared) ? known.get(cleared) : notSuspects(cleared));
        }
        addRest(shown, frame.cleared(), "places that are not suspected");
        known = shown;
        List<Node> next = List.copyOf(shown.values());
        if (!next.equals(cards.getChildren())) {
            cards.getChildren().setAll(next);
        }
    }

    /// The height at which nothing has to be scrolled. A scroll pane itself prefers one that does not depend on its content.
    @Override
    protected double computePrefHeight(double width) {
        return scroll.isVisible() ? cards.prefHeight(width) : nothing.prefHeight(width);
    }

    private static <T> List<T> first(List<T> findings) {
        return findings.subList(0, Math.min(MOST, findings.size()));
    }

    /// Returns whether two lists look the same here. What is not shown is not compared: it is made when it is asked for.
    private static <T> boolean isShown(List<T> now, List<T> before) {
        return now.size() == before.size() && first(now).equals(first(before));
    }

    /// Adds a line that says how many more there are, if there are more.
    private void addRest(Map<Object, Node> shown, List<?> findings, String what) {
        if (findings.size() > MOST) {
            String rest = "and " + Numbers.count(findings.size() - MOST) + " more " + what;
            shown.put(rest, known.containsKey(rest) ? known.get(rest) : LeakCard.wrapped(rest, "mute"));
        }
    }

    /// Scrolls to the card of a suspect, marks it among the others and gives it the focus. Without such a card nothing happens.
    public void reveal(SuspectId suspect) {
        wanted = suspect;
        card(suspect).ifPresent(LeakCard::focusActions);
        requestLayout();
    }

    private Optional<LeakCard> card(SuspectId suspect) {
        List<LeakCard> leaks = cards.getChildren().stream().filter(LeakCard.class::isInstance).map(LeakCard.class::cast).toList();
        return leaks.stream().filter(card -> card.suspect().equals(suspect)).findFirst()
                .or(() -> leaks.stream().filter(card -> card.suspect().isSame(suspect)).findFirst());
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (wanted != null && getHeight() > 0) {
            // The cards have no places before the scroll pane has laid them out.
            scroll.layout();
            card(wanted).ifPresent(this::scrollTo);
            wanted = null;
        }
    }

    private void scrollTo(LeakCard card) {
        double beyond = cards.getHeight() - scroll.getViewportBounds().getHeight();
        double top = card.getBoundsInParent().getMinY() - cards.getInsets().getTop();
        scroll.setVvalue(beyond <= 0 ? 0 : Math.clamp(top / beyond, 0, 1));
        cards.getChildren().forEach(other -> other.pseudoClassStateChanged(REVEALED, other == card));
    }

    private static VBox notSuspects(List<String> cleared) {
        VBox card = new VBox(Labels.of("Not suspects", "finding-title"));
        card.getStyleClass().addAll("card", "cleared-card");
        cleared.forEach(sentence -> card.getChildren().add(LeakCard.wrapped(sentence, "mute")));
        return card;
    }
}
