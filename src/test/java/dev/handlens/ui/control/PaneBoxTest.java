package dev.handlens.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.ui.PaneShots;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PaneBoxTest {
    @BeforeAll
    static void start() {
        PaneShots.startToolkit();
    }

    @Test
    void whatIsPutRightStandsInTheHeaderEvenWhenItIsOne() {
        PaneBox pane = new PaneBox("Handles");
        Label count = new Label("6");
        pane.setRight(count);
        Parent right = count.getParent().getParent();
        assertThat(right.getStyleClass()).contains("right");
        assertThat(right.getParent().getStyleClass()).contains("pane-header");
    }

    /// A playing run says sixty times a second what stands in a header; a node that is taken out and put back has all its styles worked out.
    @Test
    void whatStandsInTheHeaderAlreadyIsNotTakenOut() {
        PaneBox pane = new PaneBox("Properties");
        Label name = new Label("fred.exe");
        Label count = new Label("6");
        pane.setLeft(name);
        pane.setRight(count);
        List<Label> moved = new ArrayList<>();
        for (Label label : List.of(pane.title(), name, count)) {
            label.parentProperty().addListener(_ -> moved.add(label));
        }
        pane.setLeft(name);
        pane.setRight(count);
        assertThat(moved).isEmpty();
        pane.setRight(new Label("7"));
        assertThat(moved).containsExactly(count);
    }

    /// A region takes all clicks within the bounds of its children, wherever they lie.
    @Test
    void whatDoesNotFitIntoTheHeaderTakesNoRoomOutsideThePane() {
        PaneBox pane = new PaneBox("A name that takes most of the header");
        pane.setRight(new Label("what has no room"), new Label("beside the name"), new Label("at all"));
        new Scene(pane, 300, 100);
        pane.applyCss();
        pane.layout();
        Bounds bounds = pane.getBoundsInLocal();
        assertThat(bounds.getMinX()).isGreaterThanOrEqualTo(-1);
        assertThat(bounds.getMaxX()).isLessThanOrEqualTo(301);
    }

    @Test
    void aFootWithoutNodesIsNoFoot() {
        PaneBox pane = new PaneBox("Handles");
        pane.setFooter(new Label("1 unnamed handle is hidden"));
        int withFoot = pane.getChildren().size();
        pane.setFooter();
        assertThat(pane.getChildren()).hasSize(withFoot - 1);
    }
}
