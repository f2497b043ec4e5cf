package dev.handlens.ui.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.lens.FindingsFrame;
import dev.handlens.ui.control.Labels;
import dev.handlens.ui.control.PaneTabs;
import dev.handlens.ui.graph.PictureBooth;
import dev.handlens.ui.theme.Theme;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class FindingsPicturesTest {
    @ParameterizedTest
    @EnumSource(value = Theme.class, names = {"LIGHT", "DARK"})
    void everyStateIsDrawn(Theme theme) {
        take("findings-event-leak", FindingsFrames.eventLeak(), theme, 395);
        take("findings-makefred", FindingsFrames.makeFred(), theme, 395);
        take("findings-event-leak-wide", FindingsFrames.eventLeak(), theme, 540);
        WritableImage empty = take("findings-empty", FindingsFrames.nothing(), theme, 395);
        assertThat(empty.getWidth()).isEqualTo(395);
    }

    private static WritableImage take(String name, FindingsFrame frame, Theme theme, double width) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            FindingsPane pane = new FindingsPane(_ -> {});
            pane.show(frame);
            PaneTabs tabs = new PaneTabs();
            tabs.addTab("Why is it alive", new Label());
            tabs.addTab("Findings", pane, Labels.of("found", "remark"));
            tabs.choose(1);
            return PictureBooth.take(name, tabs, theme, width, 640);
        });
    }
}
