package dev.handlens.report;

import static org.assertj.core.api.Assertions.fail;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// Pictures that are known to be right, beside the tests. With `-Dupdate` a picture that differs replaces the known one, to be looked at
/// before it is committed; without it the test fails and leaves what came, and where it differs, under `target/golden`.
final class Golden {
    private static final Path KNOWN = Path.of("src", "test", "resources", "golden");
    private static final Path DIFFERENT = Path.of("target", "golden");
    private static final int SAME = 0xFF_FFFF;
    private static final int OTHER = 0xE0_2020;

    private Golden() {}

    /// Compares a picture with the known one of that name.
    static void compare(String name, BufferedImage picture) throws IOException {
        Path file = KNOWN.resolve(name + ".png");
        BufferedImage known = Files.exists(file) ? ImageIO.read(file.toFile()) : null;
        if (known != null && differences(known, picture, null) == 0) {
            return;
        }
        if (System.getProperty("update") != null) {
            write(picture, file);
            return;
        }
        write(picture, DIFFERENT.resolve(name + ".png"));
        if (known == null) {
            fail(file + " is missing; look at target/golden/" + name + ".png and run with -Dupdate");
        }
        BufferedImage marked = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        long pixels = differences(known, picture, marked);
        write(marked, DIFFERENT.resolve(name + "-difference.png"));
        fail(name + " differs in " + pixels + " pixels; see target/golden/" + name + "-difference.png, and run with -Dupdate if it is right");
    }

    /// How many pixels differ; another size is all of them.
    ///
    /// @param marked takes the differences in red, or null
    static long differences(BufferedImage known, BufferedImage picture, BufferedImage marked) {
        long different = 0;
        boolean sameSize = known.getWidth() == picture.getWidth() && known.getHeight() == picture.getHeight();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                boolean same = sameSize && (known.getRGB(x, y) & SAME) == (picture.getRGB(x, y) & SAME);
                different += same ? 0 : 1;
                if (marked != null) {
                    marked.setRGB(x, y, same ? SAME : OTHER);
                }
            }
        }
        return different;
    }

    private static void write(BufferedImage picture, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            Picture.write(picture, out);
        }
    }
}
