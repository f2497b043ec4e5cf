package dev.handlens.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.ui.PaneShots;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class ThemeTest {
    @BeforeAll
    static void start() {
        PaneShots.startToolkit();
    }

    @Test
    void everyTokenHasAColourInEachThemeAndTints() {
        for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
            for (Tints tints : Tints.values()) {
                Palette palette = paletteIn(theme, tints);
                for (Token token : Token.values()) {
                    assertThat(palette.color(token)).as("%s in %s with %s", token, theme, tints).isNotEqualTo(Color.BLACK);
                }
            }
        }
    }

    @Test
    void lightAndDarkPanelsDiffer() {
        assertThat(paletteIn(Theme.LIGHT, Tints.GREEN_RED).color(Token.PANEL)).isEqualTo(Color.WHITE);
        assertThat(paletteIn(Theme.DARK, Tints.GREEN_RED).color(Token.PANEL).getBrightness()).isLessThan(0.2);
    }

    @Test
    void tintsReplaceOpenedAndClosedAndNothingElse() {
        Palette usual = paletteIn(Theme.LIGHT, Tints.GREEN_RED);
        Palette other = paletteIn(Theme.LIGHT, Tints.PROCESS_EXPLORER);
        assertThat(other.color(Token.OPENBG)).isEqualTo(Color.rgb(0x46, 0xFF, 0x46));
        assertThat(other.color(Token.CLOSEBG)).isEqualTo(Color.rgb(0xFF, 0x46, 0x46));
        assertThat(other.color(Token.ACCENT)).isEqualTo(usual.color(Token.ACCENT));
        assertThat(other.color(Token.WARN)).isEqualTo(usual.color(Token.WARN));
    }

    @Test
    void tintsCanBeTakenBack() {
        StackPane root = new StackPane();
        Scene scene = new Scene(root);
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Theme.LIGHT.apply(scene, Tints.BLUE_ORANGE);
            Theme.DARK.apply(scene, Tints.GREEN_RED);
        });
        assertThat(scene.getStylesheets()).isEmpty();
    }

    @Test
    void popupsHaveNoShadowWhereWindowsCannotBeTransparent() {
        assertThat(Theme.LIGHT.sheetName(true)).isEqualTo("light.css");
        for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
            Parent menu = popup(theme, "context-menu");
            Parent tip = popup(theme, "tooltip");
            assertThat(menu.getEffect()).isNull();
            assertThat(tip.getEffect()).isNull();
        }
    }

    private static Parent popup(Theme theme, String styleClass) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            StackPane menu = new StackPane();
            menu.getStyleClass().add(styleClass);
            StackPane root = new StackPane(menu);
            Scene scene = new Scene(root);
            scene.setUserAgentStylesheet(Theme.class.getResource("/handlens/theme/" + theme.sheetName(false)).toExternalForm());
            root.applyCss();
            return menu;
        });
    }

    @Test
    void digitsOfTheWordFaceAreAllEquallyWide() {
        Fonts.load();
        for (String family : new String[] {"Inter", "Inter Medium", "Inter SemiBold"}) {
            double width = widthOf("0", family);
            for (char digit = '1'; digit <= '9'; digit++) {
                assertThat(widthOf(String.valueOf(digit), family)).as("%s in %s", digit, family).isEqualTo(width);
            }
        }
    }

    @Test
    void bundledFamiliesAreFoundByName() {
        Fonts.load();
        for (String family : new String[] {"Inter", "Inter Medium", "Inter SemiBold", "JetBrains Mono"}) {
            assertThat(Font.font(family, 13).getFamily()).isEqualTo(family);
        }
    }

    private static double widthOf(String text, String family) {
        Text node = new Text(text.repeat(10));
        node.setFont(Font.font(family, 100));
        return node.getLayoutBounds().getWidth();
    }

    private static Palette paletteIn(Theme theme, Tints tints) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Palette palette = new Palette(() -> {});
            StackPane root = new StackPane(palette);
            Scene scene = new Scene(root);
            theme.apply(scene, tints);
            root.applyCss();
            return palette;
        });
    }
}
