package dev.handlens.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowPlaceTest {
    @ParameterizedTest
    @CsvSource({"1280,720", "1366,768", "1440,900", "1440,1100", "1600,900", "1024,700"})
    void aWindowThatIsNotSmallerThanTheScreenIsMaximized(double width, double height) {
        Rectangle2D screen = new Rectangle2D(0, 0, width, height);
        Settings.WindowBounds bounds = WindowPlace.first(screen);
        assertThat(bounds.maximized()).isTrue();
        // Also the size it has when it is no longer maximized.
        assertThat(bounds.width()).isLessThan(width);
        assertThat(bounds.height()).isLessThanOrEqualTo(height - 40);
    }

    @Test
    void aWindowThatFitsWithItsFrameHasItsUsualSize() {
        Settings.WindowBounds bounds = WindowPlace.first(new Rectangle2D(0, 0, 1920, 1080));
        assertThat(bounds).isEqualTo(new Settings.WindowBounds(236, 68, 1440, 900, false));
    }

    @Test
    void aRememberedWindowLiesOnTheScreenWithItsFrame() {
        Rectangle2D screen = new Rectangle2D(100, 30, 1280, 720);
        Settings.WindowBounds bounds = WindowPlace.onto(screen, new Settings.WindowBounds(-500, 900, 1280, 720, false));
        assertThat(bounds).isEqualTo(new Settings.WindowBounds(100, 30, 1272, 676, false));
    }

    @Test
    void fourDividersOfAnEarlierVersionKeepTheirPlaces() {
        Map<String, Double> before = Map.of("divider0", 0.3, "divider1", 0.6, "divider2", 0.5, "divider3", 0.4);
        assertThat(WindowMemory.dividers(new TreeMap<>(before)))
                .isEqualTo(Map.of("walkthrough", 0.3, "rightColumn", 0.6, "processes", 0.5, "graph", 0.4));
    }

    @Test
    void dividersThatAnEarlierVersionWroteUndraggedStandAtTheUsualPlacesOfToday() {
        Map<String, Double> before = Map.of("divider0", 0.2254, "divider1", 0.7140, "divider2", 0.5, "divider3", 0.6298);
        assertThat(WindowMemory.dividers(new TreeMap<>(before))).isEqualTo(Map.of("processes", 0.5));
    }

    @Test
    void dividersOfTodayAreTakenAsTheyAre() {
        Map<String, Double> today = Map.of("walkthrough", 0.2254, "foot", 0.7);
        assertThat(WindowMemory.dividers(new TreeMap<>(today))).isEqualTo(today);
    }
}
