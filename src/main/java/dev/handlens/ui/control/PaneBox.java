package dev.handlens.ui.control;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/// The frame of every pane: a rounded panel, a header with its name left and its counts and switches right, a hairline, the content, and
/// perhaps a footer.
public class PaneBox extends VBox {
    private static final double RADIUS = 9;

    private final Label title = new Label();
    private final PaneHeader header = new PaneHeader();
    private final StackPane body = new StackPane();
    private final HBox footer = new HBox();
    private final Rectangle clip = new Rectangle();

    /// A pane with a name and no content yet.
    public PaneBox(String name) {
        getStyleClass().add("pane-box");
        title.getStyleClass().add("pane-title");
        title.setText(name);
        title.setMinWidth(Region.USE_PREF_SIZE);
        footer.getStyleClass().add("pane-footer");
        header.setLeft(List.of(title));
        body.setMinSize(0, 0);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(header, body);
        setMinSize(0, 0);
        // What a pane draws beyond its upper edge, where the clip is not tight, stays below the header.
        header.setViewOrder(-1);
        clipToCorners();
    }

    /// The name in the header.
    public final void setTitle(String name) {
        title.setText(name);
    }

    /// The label that shows the name, for panes that style it.
    public final Label title() {
        return title;
    }

    /// Shows or hides the header.
    public final void setHeaderShown(boolean shown) {
        header.setVisible(shown);
        header.setManaged(shown);
        clip.setX(shown ? -1 : 1);
        clip.setY(shown ? -RADIUS : 1);
        clip.widthProperty().bind(body.widthProperty().add(shown ? 2 : -2));
        clip.heightProperty().bind(body.heightProperty().add(shown ? RADIUS - 1 : -1));
    }

    /// What stands left in the header, after the name.
    public final void setLeft(Node... nodes) {
        List<Node> all = new ArrayList<>(List.of(nodes));
        all.addFirst(title);
        header.setLeft(all);
    }

    /// What stands left in the header instead of the name, such as tabs.
    public final void replaceTitle(List<? extends Node> nodes) {
        header.setLeft(nodes);
    }

    /// Shows a quiet word after the name or the tabs, such as the process that the pane is about. It is the first to give way in a narrow
    /// header.
    ///
    /// @param words empty for none
    public final void setNote(String words) {
        header.setNote(words);
    }

    /// What stands right in the header: counts, switches. In a narrow header the first of them give way.
    public final void setRight(Node... nodes) {
        header.setRight(nodes);
    }

    /// What the pane shows.
    public final void setContent(Node content) {
        body.getChildren().setAll(content);
    }

    /// A line at the foot of the pane, under a hairline.
    ///
    /// @param nodes what stands in it; none takes the foot away
    public final void setFooter(Node... nodes) {
        footer.getChildren().setAll(nodes);
        getChildren().remove(footer);
        if (nodes.length > 0) {
            getChildren().add(footer);
        }
    }

    private void clipToCorners() {
        clip.setArcWidth(2 * RADIUS);
        clip.setArcHeight(2 * RADIUS);
        clip.setX(-1);
        clip.setY(-RADIUS);
        clip.widthProperty().bind(body.widthProperty().add(2));
        clip.heightProperty().bind(body.heightProperty().add(RADIUS - 1));
        body.setClip(clip);
    }
}
