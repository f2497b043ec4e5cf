package dev.handlens.ui.shell;

import dev.handlens.lens.Frame;
import dev.handlens.ui.control.Following;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/// Switches the window between its usual content and presentation. The usual content stays as it is meanwhile: presentation has panes of
/// its own, made when it is entered for the first time.
final class Presentation {
    /// Scale of presentation at 1280×720; larger windows are scaled in proportion.
    private static final double SCALE = 1.5;
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 720;

    private final ShellPanes panes;
    private final ZoomBox box;
    private final FoldedBars bars;
    private final Runnable onLeft;
    private ShellPanes.Stage stage;
    private boolean on;
    private Stage window;

    /// @param panes makes the panes of presentation
    /// @param box shows either content
    /// @param bars keeps the top bar and the status bar in presentation
    /// @param onLeft called when the window left full screen by itself
    Presentation(ShellPanes panes, ZoomBox box, FoldedBars bars, Runnable onLeft) {
        this.panes = panes;
        this.box = box;
        this.bars = bars;
        this.onLeft = onLeft;
    }

    boolean isOn() {
        return on;
    }

    /// Enters presentation.
    void enter() {
        on = true;
        if (stage == null) {
            stage = panes.presentation().get();
        }
        bars.take();
        box.setContent((Region) stage.slot().node(), stage.minWidth(), stage.minHeight());
    }

    /// Leaves presentation; the caller puts the usual content back.
    void leave() {
        on = false;
        bars.giveBack();
    }

    /// Makes the window of a scene full screen, or not any more.
    void fillScreen(Node root) {
        if (root.getScene() == null || !(root.getScene().getWindow() instanceof Stage shownOn)) {
            return;
        }
        if (window != shownOn) {
            window = shownOn;
            window.setFullScreenExitHint("");
            // Escape leaves full screen without a key event.
            window.fullScreenProperty().addListener((_, _, full) -> {
                if (!full && on) {
                    onLeft.run();
                }
            });
        }
        window.setFullScreen(on);
    }

    /// Returns the scale of the content at a size of the window, before the size that the person chose.
    double scale(double width, double height) {
        return on ? SCALE * Math.max(1, Math.min(width / WIDTH, height / HEIGHT)) : 1;
    }

    /// Shows a frame.
    ///
    /// @param following what lists scroll to
    void show(Frame frame, Following following) {
        stage.follow().accept(following);
        stage.slot().show().accept(frame);
    }

    /// Puts the cursor into the filter field of the handle list.
    void focusFilter() {
        stage.focusFilter().run();
    }

    /// Returns the steps of a size, in percent, that a key goes to.
    static int next(int percent, boolean larger) {
        List<Integer> sizes = List.of(100, 110, 125, 150, 175, 200, 250, 300);
        return larger ? sizes.stream().filter(size -> size > percent).findFirst().orElse(sizes.getLast())
                : sizes.reversed().stream().filter(size -> size < percent).findFirst().orElse(sizes.getFirst());
    }
}
