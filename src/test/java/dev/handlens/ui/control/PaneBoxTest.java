package dev.handlens.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.ui.PaneShots;
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
        assertThat(count.getParent().getStyleClass()).contains("right");
        assertThat(count.getParent().getParent().getStyleClass()).contains("pane-header");
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
