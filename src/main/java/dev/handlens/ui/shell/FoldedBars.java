package dev.handlens.ui.shell;

import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// The top bar and the status bar in presentation: out of sight until the pointer is at the upper edge or a field of the top bar is used,
/// and then over the content.
final class FoldedBars extends Region {
    private static final double EDGE = 3;

    private final TopBar top;
    private final StatusBar status;
    private final Scale scale = new Scale(1, 1);
    private boolean pinned;

    FoldedBars(TopBar top, StatusBar status) {
        this.top = top;
        this.status = status;
        setPickOnBounds(false);
        setVisible(false);
        getTransforms().add(scale);
    }

    /// Takes the bars; they leave the parent that they have.
    void take() {
        getChildren().setAll(top, status);
        setVisible(false);
    }

    /// Gives the bars away; the caller puts them where they belong.
    void giveBack() {
        pinned = false;
        getChildren().clear();
        setVisible(false);
    }

    /// Sets the scale of the bars.
    void setFactor(double factor) {
        scale.setX(factor);
        scale.setY(factor);
    }

    /// Shows the bars until the focus leaves them.
    void pin() {
        pinned = true;
        setVisible(true);
    }

    /// Shows the bars when the pointer reaches the upper edge, and folds them away when it leaves them.
    void pointer(MouseEvent event) {
        double y = sceneToLocal(event.getSceneX(), event.getSceneY()).getY();
        if (y <= EDGE) {
            setVisible(true);
        } else if (isVisible() && !pinned && y > top.getHeight() && !isInside(event.getTarget()) && !hasOpenMenu()) {
            setVisible(false);
        }
    }

    /// Folds pinned bars away when the focus is elsewhere.
    void focus(Node owner) {
        if (pinned && !isInside(owner)) {
            pinned = false;
            setVisible(false);
        }
    }

    private boolean hasOpenMenu() {
        return lookupAll(".menu-button").stream().anyMatch(node -> node instanceof MenuButton menu && menu.isShowing());
    }

    private boolean isInside(EventTarget target) {
        Node at = target instanceof Node node ? node : null;
        while (at != null && at != this) {
            at = at.getParent();
        }
        return at != null;
    }

    @Override
    protected void layoutChildren() {
        double foot = status.prefHeight(-1);
        top.resizeRelocate(0, 0, getWidth(), top.prefHeight(-1));
        status.resizeRelocate(0, getHeight() - foot, getWidth(), foot);
    }
}
