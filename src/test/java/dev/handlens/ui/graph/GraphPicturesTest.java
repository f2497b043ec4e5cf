package dev.handlens.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.lens.GraphFrame;
import dev.handlens.ui.control.PaneTabs;
import dev.handlens.ui.theme.Theme;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class GraphPicturesTest {
    @ParameterizedTest
    @EnumSource(value = Theme.class, names = {"LIGHT", "DARK"})
    void everyStateIsDrawn(Theme theme) {
        take("graph-makefred", GraphFrames.makeFred(), theme, 395, 420);
        take("graph-makefred-wide", GraphFrames.makeFred(), theme, 540, 420);
        take("graph-thread-self", GraphFrames.threadSelf(), theme, 395, 420);
        take("graph-folded", GraphFrames.folded(), theme, 395, 420);
        take("graph-unfolded", GraphFrames.unfolded(), theme, 395, 420);
        take("graph-requests", GraphFrames.requests(), theme, 395, 420);
        take("graph-requests-narrow", GraphFrames.requests(), theme, 310, 360);
        take("graph-shared", GraphFrames.shared(), theme, 395, 420);
        take("graph-shared-wide", GraphFrames.shared(), theme, 540, 460);
        WritableImage empty = take("graph-empty", GraphFrames.nothing(), theme, 395, 420);
        assertThat(empty.getWidth()).isEqualTo(395);
    }

    private static WritableImage take(String name, GraphFrame frame, Theme theme, double width, double height) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, () -> PictureBooth.take(name, inTab(frame), theme, width, height));
    }

    private static PaneTabs inTab(GraphFrame frame) {
        GraphPane pane = new GraphPane(_ -> {});
        pane.show(frame);
        PaneTabs tabs = new PaneTabs();
        tabs.addTab("Why is it alive", pane, pane.actions().toArray(Node[]::new));
        tabs.addTab("Findings", new Label());
        return tabs;
    }
}
