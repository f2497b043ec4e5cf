package dev.handlens.report;

import dev.handlens.lens.Frame;
import dev.handlens.ui.shell.PaneSlot;
import dev.handlens.ui.shell.Playback;
import dev.handlens.ui.shell.Shell;
import dev.handlens.ui.shell.WindowPanes;
import dev.handlens.ui.theme.Fonts;
import dev.handlens.ui.theme.Theme;
import dev.handlens.ui.theme.Tints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javax.imageio.ImageIO;

/// Draws the window, or one pane, to a picture: the same pixels every time. On the JavaFX thread.
public final class Picture {
    private static final double AROUND_A_PANE = 10;

    private Picture() {}

    /// The whole window.
    ///
    /// @param frame the moment
    /// @param width pixels
    /// @param height pixels
    /// @param theme light or dark
    /// @param tints colours of opened and closed
    /// @param findings whether the tab of findings is in front rather than the graph
    public static BufferedImage ofWindow(Frame frame, int width, int height, Theme theme, Tints tints, boolean findings) {
        Shell shell = new Shell(new WindowPanes(_ -> {}).slots(), new NobodyThere(), _ -> {});
        shell.show(frame, new Playback(false, 1, frame.timeline().branched()));
        shell.showLook(theme, tints);
        shell.showFindings(findings);
        return draw(shell, width, height, theme, tints, () -> shell.show(frame, new Playback(false, 1, frame.timeline().branched())));
    }

    /// One pane, with a little of the window around it.
    ///
    /// @param pane which one
    public static BufferedImage ofPane(
            Frame frame, int width, int height, Theme theme, Tints tints, Function<WindowPanes, PaneSlot> pane) {
        PaneSlot slot = pane.apply(new WindowPanes(_ -> {}));
        slot.show().accept(frame);
        StackPane around = new StackPane(slot.node());
        around.setPadding(new Insets(AROUND_A_PANE));
        return draw(around, width, height, theme, tints, () -> slot.show().accept(frame));
    }

    private static BufferedImage draw(Parent root, int width, int height, Theme theme, Tints tints, Runnable show) {
        Fonts.load();
        Scene scene = new Scene(root, width, height);
        theme.apply(scene, tints);
        // A second round, as a window has it: some controls know their size only after the first.
        for (int round = 0; round < 2; round++) {
            root.applyCss();
            root.layout();
            show.run();
        }
        root.applyCss();
        root.layout();
        return image(scene.snapshot(null));
    }

    /// What a window shows right now.
    public static BufferedImage image(WritableImage snapshot) {
        int width = (int) snapshot.getWidth();
        int height = (int) snapshot.getHeight();
        int[] pixels = new int[width * height];
        snapshot.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        return image;
    }

    /// Writes a picture as PNG.
    ///
    /// @throws IOException when the file cannot be written
    public static void write(BufferedImage image, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            ImageIO.write(image, "png", out);
        }
    }
}
