package dev.handlens.ui;

import dev.handlens.ui.theme.Fonts;
import dev.handlens.ui.theme.Theme;
import dev.handlens.ui.theme.Tints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javax.imageio.ImageIO;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Pictures of panes, for people to look at: `target/pictures/NAME-light.png` and `-dark.png`.
public final class PaneShots {
    private static final Path FOLDER = Path.of("target", "pictures");

    private PaneShots() {}

    /// Draws a pane with a little of the window around it, light and dark.
    ///
    /// @param name file name without theme and extension
    /// @param pane makes the pane, once for each theme
    /// @param width width of the pane
    /// @param height height of the pane
    public static void write(String name, Supplier<? extends Parent> pane, int width, int height) {
        for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
            write(name, () -> {
                StackPane around = new StackPane(pane.get());
                around.setPadding(new Insets(10));
                return around;
            }, width + 20, height + 20, theme, Tints.GREEN_RED);
        }
    }

    /// Draws a whole window, light and dark.
    public static void writeWindow(String name, Supplier<? extends Parent> window, int width, int height) {
        write(name, window, width, height, Theme.LIGHT, Tints.GREEN_RED);
        write(name, window, width, height, Theme.DARK, Tints.GREEN_RED);
    }

    /// Draws something in one theme.
    ///
    /// @return the picture
    public static WritableImage write(String name, Supplier<? extends Parent> root, int width, int height, Theme theme, Tints tints) {
        startToolkit();
        WritableImage picture = WaitForAsyncUtils.waitForAsyncFx(30_000, () -> {
            Fonts.load();
            Scene scene = new Scene(root.get(), width, height);
            theme.apply(scene, tints);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            // A second pass, as a window has it: some controls know their size only after the first.
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return scene.snapshot(null);
        });
        String ofTheme = "-" + theme.name().toLowerCase(Locale.ROOT);
        String ofTints = tints == Tints.GREEN_RED ? "" : "-" + tints.name().toLowerCase(Locale.ROOT);
        save(picture, FOLDER.resolve(name + ofTheme + ofTints + ".png"));
        return picture;
    }

    /// Starts JavaFX if it does not run yet. Not twice: the window of a running test would no longer be closed at its end.
    public static void startToolkit() {
        try {
            if (!FxToolkit.isFXApplicationThreadRunning()) {
                FxToolkit.registerPrimaryStage();
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException("JavaFX did not start", e);
        }
    }

    private static void save(WritableImage picture, Path file) {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        int[] pixels = new int[width * height];
        picture.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(image, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
