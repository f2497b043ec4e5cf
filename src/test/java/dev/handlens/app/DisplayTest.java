package dev.handlens.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class DisplayTest {
    @Test
    void withoutADisplayNothingIsLoadedAndTheReasonSaysSo() {
        assertThat(Display.probeX(Map.of())).isEqualTo(new Display(false, "there is no display (DISPLAY is not set)."));
        assertThat(Display.probeX(Map.of("DISPLAY", ""))).isEqualTo(Display.probeX(Map.of()));
    }

    @Test
    void aWaylandDisplayAloneIsNotEnough() {
        assertThat(Display.probeX(Map.of("WAYLAND_DISPLAY", "wayland-0")).reason()).contains("install XWayland");
    }

    @Test
    void testsNeverOpenAWindow() {
        assertThat(Display.here().usable()).isFalse();
    }

    @Test
    void whatPicturesNeedIsNamedByPackageWhenItIsMissing() {
        assertThat(Display.missingForPictures()).satisfiesAnyOf(
                missing -> assertThat(missing).isEmpty(),
                missing -> assertThat(missing).contains("sudo apt install libfreetype6"));
    }
}
