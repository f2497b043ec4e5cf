package dev.handlens.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.lens.Frame;
import dev.handlens.scenario.Program;
import dev.handlens.scenario.Scenario;
import dev.handlens.scenario.ScenarioReader;
import dev.handlens.ui.Intent;
import dev.handlens.ui.PaneShots;
import dev.handlens.ui.Session;
import dev.handlens.ui.shell.PaneSlot;
import dev.handlens.ui.shell.WindowPanes;
import dev.handlens.ui.theme.Theme;
import dev.handlens.ui.theme.Tints;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.util.WaitForAsyncUtils;

/// The panes and the window, pixel by pixel. On Linux only: other systems draw letters differently.
@EnabledOnOs(OS.LINUX)
class GoldenPicturesTest {
    private static final Map<String, Function<WindowPanes, PaneSlot>> PANES = new LinkedHashMap<>();

    @BeforeAll
    static void start() {
        PaneShots.startToolkit();
        PANES.put("walkthrough", WindowPanes::walkthroughSlot);
        PANES.put("processes", WindowPanes::processesSlot);
        PANES.put("handles", WindowPanes::handlesSlot);
        PANES.put("table", WindowPanes::tableSlot);
        PANES.put("trace", WindowPanes::traceSlot);
        PANES.put("graph", WindowPanes::graphAlone);
        PANES.put("properties", WindowPanes::propertiesSlot);
        PANES.put("findings", WindowPanes::findingsAlone);
        PANES.put("pool", WindowPanes::poolSlot);
        PANES.put("timeline", WindowPanes::timelineSlot);
    }

    @ParameterizedTest
    @EnumSource(value = Theme.class, names = {"LIGHT", "DARK"})
    void panesAreDrawnAsKnown(Theme theme) throws Exception {
        Frame frame = makefred();
        for (Map.Entry<String, Function<WindowPanes, PaneSlot>> pane : PANES.entrySet()) {
            BufferedImage picture = draw(() -> Picture.ofPane(frame, 640, 320, theme, Tints.GREEN_RED, pane.getValue()));
            Golden.compare(pane.getKey() + "-" + theme.name().toLowerCase(Locale.ROOT), picture);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Theme.class, names = {"LIGHT", "DARK"})
    void theWindowIsDrawnAsKnown(Theme theme) throws Exception {
        Frame frame = makefred();
        BufferedImage picture = draw(() -> Picture.ofWindow(frame, 1440, 900, theme, Tints.GREEN_RED, false));
        Golden.compare("window-" + theme.name().toLowerCase(Locale.ROOT), picture);
    }

    @Test
    void twoDrawingsAreTheSameAndADifferenceOfOnePixelIsSeen() throws Exception {
        Frame frame = makefred();
        BufferedImage first = draw(() -> Picture.ofWindow(frame, 1100, 700, Theme.DARK, Tints.GREEN_RED, true));
        BufferedImage second = draw(() -> Picture.ofWindow(frame, 1100, 700, Theme.DARK, Tints.GREEN_RED, true));
        assertThat(Golden.differences(first, second, null)).isZero();
        second.setRGB(500, 300, ~second.getRGB(500, 300));
        assertThat(Golden.differences(first, second, null)).isEqualTo(1);
    }

    private static Frame makefred() throws Exception {
        Path file = Path.of("scenarios", "makefred-bug.yaml");
        Session session = new Session(Program.of(ScenarioReader.read(file)), () -> 0, Scenario.Opening.STANDARD);
        session.carryOut(new Intent.SeekTo(9));
        return session.frame();
    }

    private static BufferedImage draw(Callable<BufferedImage> picture) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, picture);
    }
}
