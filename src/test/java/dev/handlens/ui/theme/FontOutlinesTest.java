package dev.handlens.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handlens.ui.PaneShots;
import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.util.WaitForAsyncUtils;

/// Text that is drawn scaled is filled by its outline, and where two contours of a letter overlap a hole is left.
class FontOutlinesTest {
    private static final int UNITS = 2000;

    static Stream<String> files() {
        return Stream.of("Inter-Regular", "Inter-Medium", "Inter-SemiBold", "Inter-Bold", "JetBrainsMono-Regular", "JetBrainsMono-Bold");
    }

    @ParameterizedTest
    @MethodSource("files")
    void noLetterDigitOrSignHasOverlappingContours(String file) throws Exception {
        Font font;
        try (InputStream stream = open(file)) {
            font = Font.createFont(Font.TRUETYPE_FONT, stream).deriveFont((float) UNITS);
        }
        FontRenderContext context = new FontRenderContext(null, true, true);
        Set<String> overlapping = new TreeSet<>();
        for (int character : characters()) {
            if (font.canDisplay(character)) {
                String text = Character.toString(character);
                Shape outline = font.createGlyphVector(context, text).getOutline();
                double overlap = areaOf(outline, Path2D.WIND_NON_ZERO) - areaOf(outline, Path2D.WIND_EVEN_ODD);
                if (Math.abs(overlap) > 1) {
                    overlapping.add(text);
                }
            }
        }
        assertThat(overlapping).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void scaledTextIsFilledAsTextOfALargerFontIs(String file) {
        PaneShots.startToolkit();
        for (double size : new double[] {13, 40}) {
            for (double scale : new double[] {1.3, 2}) {
                for (String text : List.of("+", "4", "t", "f", "+ 4 t f")) {
                    double scaled = inkOf(file, text, size, scale);
                    double large = inkOf(file, text, size * scale, 1);
                    assertThat(scaled / large).as("%s of %s px × %s", text, size, scale).isCloseTo(1, within(0.05));
                }
            }
        }
    }

    /// Returns the code points of Basic Latin and Latin-1, and all others that the program and its scenarios contain.
    private static Set<Integer> characters() throws IOException {
        Set<Integer> characters = new TreeSet<>();
        for (int character = 0x21; character <= 0xFF; character++) {
            characters.add(character);
        }
        for (Path folder : List.of(Path.of("src", "main", "java"), Path.of("scenarios"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.readString(file).codePoints().filter(c -> c > 0xFF).forEach(characters::add);
                }
            }
        }
        return characters;
    }

    private static double areaOf(Shape outline, int windingRule) {
        Path2D path = new Path2D.Double(windingRule);
        path.append(outline.getPathIterator(null), false);
        PathIterator edges = new Area(path).getPathIterator(null, 0.05);
        double[] to = new double[6];
        double startX = 0;
        double startY = 0;
        double x = 0;
        double y = 0;
        double twice = 0;
        for (; !edges.isDone(); edges.next()) {
            int kind = edges.currentSegment(to);
            if (kind == PathIterator.SEG_MOVETO) {
                startX = to[0];
                startY = to[1];
            } else {
                double toX = kind == PathIterator.SEG_CLOSE ? startX : to[0];
                double toY = kind == PathIterator.SEG_CLOSE ? startY : to[1];
                twice += x * toY - toX * y;
                to[0] = toX;
                to[1] = toY;
            }
            x = to[0];
            y = to[1];
        }
        return Math.abs(twice) / 2;
    }

    /// Returns how many pixels a text covers, partly covered ones in part.
    private static double inkOf(String file, String text, double size, double scale) {
        WritableImage picture = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Text node = new Text(20, 150, text);
            try (InputStream stream = open(file)) {
                node.setFont(javafx.scene.text.Font.loadFont(stream, size));
            }
            Group group = new Group(node);
            group.getTransforms().add(new Scale(scale, scale));
            return new Scene(new Group(group), 500, 400, Color.WHITE).snapshot(null);
        });
        PixelReader pixels = picture.getPixelReader();
        double ink = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                ink += 1 - pixels.getColor(x, y).getBrightness();
            }
        }
        return ink;
    }

    private static InputStream open(String file) {
        return Fonts.class.getResourceAsStream("/handlens/fonts/" + file + ".ttf");
    }
}
