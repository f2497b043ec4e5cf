package dev.handlens.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.scene.text.Font;

/// The bundled typefaces, so that every machine draws the same letters.
///
/// Families for style sheets: `Inter` (regular and bold), `Inter Medium`, `Inter SemiBold`, `JetBrains Mono` (regular and bold). A static
/// font of another weight is a family of its own: `-fx-font-weight: 600` does not find it. Inter's digits are its tabular ones.
public final class Fonts {
    private static final List<String> FILES = List.of(
            "Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf", "Inter-Bold.ttf", "JetBrainsMono-Regular.ttf",
            "JetBrainsMono-Bold.ttf");

    private Fonts() {}

    /// Makes the typefaces known to the toolkit. To be called before the first scene, by any thread; again costs nothing.
    public static void load() {
        Objects.requireNonNull(Loaded.FONTS);
    }

    private static final class Loaded {
        static final List<Font> FONTS = FILES.stream().map(Fonts::load).toList();
    }

    private static Font load(String file) {
        try (InputStream stream = Fonts.class.getResourceAsStream("/handlens/fonts/" + file)) {
            Font font = stream == null ? null : Font.loadFont(stream, 13);
            if (font == null) {
                throw new IllegalStateException("The font " + file + " is missing from the program or cannot be read");
            }
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException("The font " + file + " cannot be read", e);
        }
    }
}
