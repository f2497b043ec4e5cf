package dev.handlens.ui.timeline;

import dev.handlens.lens.TimelineFrame;
import dev.handlens.lens.TimelineFrame.Bar;
import dev.handlens.ui.Intent;
import dev.handlens.ui.control.Labels;
import dev.handlens.ui.control.Numbers;
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

/// The timeline with the leak strip. A click or a drag goes to a position; with the strip focused, Page Up and Page Down go by a tenth.
public final class TimelinePane extends VBox {
    private static final int PAGES = 10;

    private final Consumer<Intent> intents;
    private final Label remark = Labels.of("", "mute", "timeline-remark");
    private final Label pointed = Labels.of("", "mute", "timeline-remark");
    private final LeakStrip strip = new LeakStrip();
    private TimelineFrame shown;
    private long lastAsked = -1;

    /// The pane.
    ///
    /// @param intents where wishes go: `SeekTo`
    public TimelinePane(Consumer<Intent> intents) {
        this.intents = intents;
        getStyleClass().addAll("pane-box", "timeline");
        Label name = Labels.of("Timeline", "strong");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        pointed.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(name, remark, gap, pointed);
        head.getStyleClass().add("timeline-head");
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
        remark.setText("opens above, closes below" + (frame.barWords().isEmpty() ? "" : ", " + frame.barWords()));
        strip.setAccessibleText("Timeline: step " + Numbers.count(frame.position()) + " of " + Numbers.count(frame.length()));
        strip.show(frame);
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
            long page = Math.max(1, shown.length() / PAGES);
            ask(Math.clamp(shown.position() + direction * page, 0, shown.length()));
            event.consume();
        }
    }

    private void point(double x) {
        strip.hoverAt(x);
        long position = strip.positionAt(x);
        Bar bar = strip.barAt(position);
        String words = "step " + Numbers.count(position);
        pointed.setText(bar == null ? words : words + " · +" + Numbers.count(bar.opened()) + " −" + Numbers.count(bar.closed()));
    }

    private void unpoint() {
        strip.hoverAt(Double.NaN);
        pointed.setText("");
    }
}
