package dev.handlens.ui.theme;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.converter.ColorConverter;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// The colours of the theme for what is drawn by hand. An invisible node: put it into the tree, and style sheets fill it, whatever theme
/// and tints are in force there.
public final class Palette extends Region {
    private static final Map<Token, CssMetaData<Palette, Color>> META = meta();
    private static final List<CssMetaData<? extends Styleable, ?>> ALL_META = allMeta();

    private final Map<Token, SimpleStyleableObjectProperty<Color>> colors = new EnumMap<>(Token.class);

    /// A palette; its colours are black until style sheets have been applied to it.
    ///
    /// @param onChange called when a colour changed, such as when the theme did
    public Palette(Runnable onChange) {
        getStyleClass().add("palette");
        setManaged(false);
        setVisible(false);
        for (Token token : Token.values()) {
            SimpleStyleableObjectProperty<Color> color = new SimpleStyleableObjectProperty<>(META.get(token), this, token.cssName(),
                    Color.BLACK);
            color.addListener(_ -> onChange.run());
            colors.put(token, color);
        }
    }

    /// The colour a token stands for here.
    public Color color(Token token) {
        return colors.get(token).get();
    }

    /// The colour a token stands for here, let through.
    ///
    /// @param opacity 0 to 1
    public Color color(Token token, double opacity) {
        return color(token).deriveColor(0, 1, 1, opacity);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return ALL_META;
    }

    private static Map<Token, CssMetaData<Palette, Color>> meta() {
        Map<Token, CssMetaData<Palette, Color>> meta = new EnumMap<>(Token.class);
        for (Token token : Token.values()) {
            meta.put(token, new TokenMeta(token));
        }
        return meta;
    }

    private static List<CssMetaData<? extends Styleable, ?>> allMeta() {
        List<CssMetaData<? extends Styleable, ?>> all = new ArrayList<>(Node.getClassCssMetaData());
        all.addAll(META.values());
        return Collections.unmodifiableList(all);
    }

    /// How a style sheet sets the colour of a token: `-hl-open-color: -hl-open`. The names differ from the tokens' because a name that is
    /// looked up may not be a property too.
    private static final class TokenMeta extends CssMetaData<Palette, Color> {
        private final Token token;

        TokenMeta(Token token) {
            super(token.cssName() + "-color", ColorConverter.getInstance(), Color.BLACK);
            this.token = token;
        }

        @Override
        public boolean isSettable(Palette palette) {
            return true;
        }

        @Override
        public StyleableProperty<Color> getStyleableProperty(Palette palette) {
            return palette.colors.get(token);
        }
    }
}
