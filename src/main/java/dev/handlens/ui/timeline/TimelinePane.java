package dev.handlens.ui.timeline;

import dev.handlens.lens.TimelineFrame;
import dev.handlens.ui.Intent;
import dev.handlens.ui.control.Labels;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The timeline with the leak strip. A click or a drag goes to a position; with the strip focused, Page Up and Page Down go by a tenth. The
/// head says what the bars are, and while the pointer is on the strip, what lies below it.
public final class TimelinePane extends VBox {
    private static final int PAGES = 10;

    private final Consumer<Intent> intents;
    private final Label name;
    private final Label remark = Labels.of("", "mute", "timeline-remark");
    private final Label pointed = Labels.of("", "mute", "timeline-remark");
    private final LeakStrip strip = new LeakStrip();
    private final HBox head;
    /// Widths of captions in the font of the head: measuring takes longer than all else that a frame needs here.
    private final Map<String, Double> captionWidths = new HashMap<>();
    private TimelineFrame shown;
    private double pointer = Double.NaN;
    private long lastAsked = -1;

    /// The pane.
    ///
    /// @param intents where wishes go: `SeekTo`
    public TimelinePane(Consumer<Intent> intents) {
        this.intents = intents;
        getStyleClass().addAll("pane-box", "timeline");
        name = Labels.of("Timeline", "strong");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        pointed.setMinWidth(Region.USE_PREF_SIZE);
        head = new HBox(name, remark, gap, pointed);
        head.getStyleClass().add("timeline-head");
        head.widthProperty().addListener(_ -> tell());
        remark.fontProperty().addListener(_ -> {
            captionWidths.clear();
            tell();
        });
        strip.setId("leak-strip");
        strip.setCursor(Cursor.HAND);
        strip.setFocusTraversable(true);
        strip.setAccessibleRole(AccessibleRole.SLIDER);
        strip.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        strip.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::seek);
        strip.addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(event.getX()));
        strip.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> unpoint());
        strip.addEventHandler(KeyEvent.KEY_PRESSED, this::page);
        VBox.setVgrow(strip, Priority.ALWAYS);
        getChildren().addAll(head, strip);
        setMinSize(0, 0);
    }

    /// Shows the run and where it stands.
    public void show(TimelineFrame frame) {
        if (frame.equals(shown)) {
            return;
        }
        shown = frame;
        lastAsked = frame.position();
        strip.show(frame);
        strip.setAccessibleText(TimelineText.accessible(frame));
        tell();
    }

    private void pressed(MouseEvent event) {
        strip.requestFocus();
        lastAsked = -1;
        seek(event);
    }

    private void seek(MouseEvent event) {
        point(event.getX());
        ask(strip.positionAt(event.getX()));
        event.consume();
    }

    /// Asks once for each position, however many pixels of a drag lie on it.
    private void ask(long position) {
        if (shown != null && shown.length() > 0 && position != lastAsked) {
            lastAsked = position;
            intents.accept(new Intent.SeekTo(position));
        }
    }

    private void page(KeyEvent event) {
        int direction = switch (event.getCode()) {
            case PAGE_UP -> -1;
            case PAGE_DOWN -> 1;
            default -> 0;
        };
        if (direction != 0 && shown != null) {
            ask(shown.page(PAGES, direction));
            event.consume();
        }
    }

    private void point(double x) {
        pointer = x;
        strip.hoverAt(x);
        tell();
    }

    private void unpoint() {
        pointer = Double.NaN;
        strip.hoverAt(Double.NaN);
        tell();
    }

    /// Says what lies below the pointer and what the bars are, in as many words as there is room for. Without a pointer, the room that is
    /// left tells where among several steps at one instant the run is.
    private void tell() {
        if (shown == null) {
            return;
        }
        double room = head.getWidth() - head.snappedLeftInset() - head.snappedRightInset() - 3 * head.getSpacing() - name.prefWidth(-1);
        String below = Double.isNaN(pointer) ? "" : TimelineText.pointed(shown, strip.barAt(pointer), strip.positionAt(pointer));
        double left = room - width(below);
        String caption = TimelineText.captions(shown).stream()
                .filter(words -> captionWidths.computeIfAbsent(words, this::width) <= left).findFirst().orElse("");
        remark.setText(caption);
        pointed.setText(Double.isNaN(pointer) && width(shown.instant()) <= left - captionWidths.getOrDefault(caption, 0.0)
                ? shown.instant()
                : below);
    }

    private double width(String words) {
        return words.isEmpty() ? 0 : Math.ceil(TextWidths.of(words, remark.getFont()));
    }
}
