package dev.handlens.ui.graph;

import dev.handlens.ui.theme.Fonts;
import dev.handlens.ui.theme.Theme;
import dev.handlens.ui.theme.Tints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javax.imageio.ImageIO;

/// Draws a pane without a window and leaves the picture under `target/pictures`, for a person to look at.
public final class PictureBooth {
    private static final Path FOLDER = Path.of("target", "pictures");

    private PictureBooth() {}

    /// A scene with a pane in it, laid out as in the window; to be called on the toolkit's thread.
    public static Scene sceneOf(Parent pane, Theme theme, double width, double height) {
        Fonts.load();
        StackPane root = new StackPane(pane);
        Scene scene = new Scene(root, width, height);
        theme.apply(scene, Tints.GREEN_RED);
        root.setPadding(new Insets(10));
        root.applyCss();
        root.layout();
        return scene;
    }

    /// Takes the picture.
    ///
    /// @param name of the file, without theme and ending
    public static WritableImage take(String name, Parent pane, Theme theme, double width, double height) {
        WritableImage image = sceneOf(pane, theme, width, height).snapshot(null);
        save(image, name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
        return image;
    }

    private static void save(WritableImage image, String file) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        PixelReader pixels = image.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        try {
            Files.createDirectories(FOLDER);
            ImageIO.write(copy, "png", FOLDER.resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("The picture " + file + " cannot be written", e);
        }
    }
}
