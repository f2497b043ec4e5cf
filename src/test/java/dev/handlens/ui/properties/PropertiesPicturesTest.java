package dev.handlens.ui.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.lens.PropertiesFrame;
import dev.handlens.ui.graph.PictureBooth;
import dev.handlens.ui.theme.Theme;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class PropertiesPicturesTest {
    @ParameterizedTest
    @EnumSource(value = Theme.class, names = {"LIGHT", "DARK"})
    void everyStateIsDrawn(Theme theme) {
        take("properties-file", PropertiesFrames.file(), theme, 360);
        take("properties-shared", PropertiesFrames.shared(), theme, 480);
        take("properties-shared-scrolled", PropertiesFrames.shared(), theme, 300);
        take("properties-unnamed", PropertiesFrames.unnamed(), theme, 240);
        WritableImage empty = take("properties-empty", PropertiesFrames.nothing(), theme, 240);
        assertThat(empty.getHeight()).isEqualTo(240);
    }

    private static WritableImage take(String name, PropertiesFrame frame, Theme theme, double height) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            PropertiesPane pane = new PropertiesPane(_ -> {});
            pane.show(frame);
            return PictureBooth.take(name, pane, theme, 395, height);
        });
    }
}
