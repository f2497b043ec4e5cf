package dev.handlens.ui.walkthrough;

import dev.handlens.lens.WalkthroughFrame;
import dev.handlens.ui.Intent;
import dev.handlens.ui.control.Labels;
import dev.handlens.ui.control.Numbers;
import dev.handlens.ui.control.PaneBox;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What the scenario says at a step: title, narration, source with the current lines, the call and what came of it, a question to the room,
/// and on demand the presenter's notes. Each part is made again only when its own words change, since a playing run shows sixty frames a
/// second of the same step.
public final class WalkthroughPane extends PaneBox {
    private static final long LONG_RUN = 1_000_000;
    /// Height of the header with its hairline.
    private static final double HEADER = 39;
    /// Room kept below a part that was scrolled into view.
    private static final double BELOW = 12;

    private final Label progress = Labels.of("", "remark");
    private final ToggleButton notesSwitch = new ToggleButton("Notes");
    private final StackPane title = new StackPane();
    private final VBox narration = new VBox(10);
    private final Listing listing = new Listing();
    private final CallCardView call = new CallCardView();
    private final QuestionCard question;
    private final VBox notes = new VBox(6);
    private final ScrollPane scroll;
    private String shownTitle = "";
    private String shownNarration = "";
    private String shownNotes = "";
    private boolean shownRevealed;
    private final VBox parts;
    private boolean presented;

    /// The pane.
    ///
    /// @param intents where wishes go: `Reveal`
    public WalkthroughPane(Consumer<Intent> intents) {
        super("Walkthrough");
        question = new QuestionCard(() -> intents.accept(new Intent.Reveal()));
        notesSwitch.getStyleClass().add("word");
        notesSwitch.selectedProperty().subscribe(this::switchNotes);
        title.getStyleClass().add("step-title");
        notes.getStyleClass().addAll("card", "notes-card");
        parts = new VBox(title, narration, call, question, listing, notes);
        parts.getStyleClass().add("walkthrough");
        scroll = new ScrollPane(parts);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        setContent(scroll);
    }

    /// Shows the walkthrough as presentation has it: without header, three lines of source.
    public void setPresented() {
        presented = true;
        call.setBrief();
        setHeaderShown(false);
    }

    /// The listing is cut to the lines around the current one when all of it would push other parts below the edge.
    @Override
    protected void layoutChildren() {
        double width = getWidth() - 2;
        double others = parts.prefHeight(width) - (listing.isManaged() ? listing.prefHeight(width) : 0);
        listing.setCut(presented || others + listing.fullHeight() > getHeight() - HEADER);
        super.layoutChildren();
    }

    /// Shows a step.
    ///
    /// @param revealed whether the answer to its question is shown
    public void show(WalkthroughFrame frame, boolean revealed) {
        // The numbers of a long run have no room beside the name; how long it is, the timeline tells.
        String length = frame.length() < LONG_RUN ? " / " + Numbers.count(frame.length()) : "";
        progress.setText(Numbers.count(frame.position()) + length);
        showTitle(frame.title());
        showNarration(frame.narration());
        setShown(listing, !frame.listing().isEmpty());
        listing.show(frame.listing(), frame.listingName(), frame.firstLine(), frame.lastLine());
        setShown(call, frame.call() != null);
        if (frame.call() != null) {
            call.show(frame.call());
        }
        setShown(question, !frame.question().isEmpty());
        question.show(frame.question(), frame.answer(), revealed);
        showNotes(frame.notes());
        if (revealed && !shownRevealed) {
            bringIntoSight(question);
        }
        shownRevealed = revealed;
    }

    private void showTitle(String words) {
        setShown(title, !words.isEmpty());
        if (!words.equals(shownTitle)) {
            shownTitle = words;
            title.getChildren().setAll(Markdown.sentence(words, "", ""));
            scroll.setVvalue(0);
        }
    }

    private void showNarration(String words) {
        setShown(narration, !words.isBlank());
        if (!words.equals(shownNarration)) {
            shownNarration = words;
            narration.getChildren().setAll(Markdown.blocks(words));
            scroll.setVvalue(0);
        }
    }

    private void showNotes(String words) {
        if (words.isEmpty()) {
            setRight(progress);
        } else {
            setRight(notesSwitch, progress);
        }
        setShown(notes, notesSwitch.isSelected() && !words.isEmpty());
        if (!words.equals(shownNotes)) {
            shownNotes = words;
            notes.getChildren().setAll(Labels.of("For the presenter", "strong", "mute", "small"));
            notes.getChildren().addAll(Markdown.blocks(words));
        }
    }

    private void switchNotes() {
        setShown(notes, notesSwitch.isSelected() && !shownNotes.isEmpty());
        if (notes.isVisible()) {
            bringIntoSight(notes);
        }
    }

    /// Scrolls until the lower edge of a part is in view: what the person asked for must not appear below the edge of the pane.
    private void bringIntoSight(Node part) {
        // Laid out first, because a scroll pane keeps its place when its content grows.
        applyCss();
        layout();
        double room = scroll.getViewportBounds().getHeight();
        double hidden = parts.getHeight() - room;
        if (hidden > 0) {
            scroll.setVvalue(Math.max(scroll.getVvalue(), Math.clamp((part.getBoundsInParent().getMaxY() + BELOW - room) / hidden, 0, 1)));
        }
    }

    private static void setShown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
