package dev.handlens.report;

import dev.handlens.lens.Frame;
import dev.handlens.ui.shell.PaneSlot;
import dev.handlens.ui.shell.WindowPanes;
import dev.handlens.ui.theme.Theme;
import dev.handlens.ui.theme.Tints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Function;
import java.util.function.IntPredicate;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.event.IIOWriteProgressListener;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Draws the window, or one pane, to a picture: the same pixels every time. On the JavaFX thread.
public final class Picture {
    /// Deflater level 1: the file is a sixth larger, and packing takes a third of the time.
    private static final float QUICKLY = 8 / 9f;

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
        return Studio.ofWindow(width, height, theme, tints, findings).take(frame);
    }

    /// One pane, with a little of the window around it.
    ///
    /// @param pane which one
    public static BufferedImage ofPane(
            Frame frame, int width, int height, Theme theme, Tints tints, Function<WindowPanes, PaneSlot> pane) {
        return Studio.ofPane(width, height, theme, tints, pane).take(frame);
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
    /// @param out receives the bytes and stays open
    /// @throws IOException when they cannot be written
    public static void write(BufferedImage image, OutputStream out) throws IOException {
        write(image, out, _ -> true);
    }

    /// Writes a picture as PNG, and can be stopped.
    ///
    /// @param out receives the bytes and stays open
    /// @param goesOn receives the number of lines written, and returns whether to go on
    /// @throws IOException when they cannot be written
    public static void write(BufferedImage image, OutputStream out, IntPredicate goesOn) throws IOException {
        ImageWriter png = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam packing = png.getDefaultWriteParam();
        packing.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        packing.setCompressionQuality(QUICKLY);
        try (ImageOutputStream packed = new MemoryCacheImageOutputStream(out)) {
            png.setOutput(packed);
            png.addIIOWriteProgressListener(new Lines(image.getHeight(), goesOn));
            png.write(null, new IIOImage(image, null, null), packing);
        } finally {
            png.dispose();
        }
    }

    /// Hears how far a picture is.
    private record Lines(int height, IntPredicate goesOn) implements IIOWriteProgressListener {
        @Override
        public void imageProgress(ImageWriter png, float percent) {
            if (!goesOn.test(Math.round(percent / 100 * height))) {
                png.abort();
            }
        }

        @Override
        public void imageStarted(ImageWriter png, int index) {
            // The first line is soon written.
        }

        @Override
        public void imageComplete(ImageWriter png) {
            // The last line was told.
        }

        @Override
        public void thumbnailStarted(ImageWriter png, int index, int thumbnail) {
            // There is none.
        }

        @Override
        public void thumbnailProgress(ImageWriter png, float percent) {
            // There is none.
        }

        @Override
        public void thumbnailComplete(ImageWriter png) {
            // There is none.
        }

        @Override
        public void writeAborted(ImageWriter png) {
            // Whoever stopped it knows.
        }
    }
}
