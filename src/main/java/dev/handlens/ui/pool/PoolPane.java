package dev.handlens.ui.pool;

import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.lens.PoolFrame;
import dev.handlens.lens.PoolFrame.TagUse;
import dev.handlens.ui.Intent;
import dev.handlens.ui.control.Hint;
import dev.handlens.ui.control.Labels;
import dev.handlens.ui.control.Numbers;
import dev.handlens.ui.theme.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.util.Duration;
import org.controlsfx.control.PopOver;

/// The gauge of one pool: bytes in use, how full it is, its trend, the largest tags; a click on the tags shows all of them.
public final class PoolPane extends VBox {
    private static final int TAGS_IN_LINE = 3;
    private static final int TAGS_IN_NARROW_LINE = 2;
    private static final double NARROW = 262;

    private final Label name = Labels.of("", "strong");
    private final Label limit = Labels.of("", "mute", "pool-limit");
    private final Label bytes = Labels.of("", "pool-bytes");
    private final FillBar bar;
    private final TrendArea trend;
    private final TextFlow tagWords = new TextFlow();
    private final List<Text> tagNames = new ArrayList<>();
    private final List<Text> tagSizes = new ArrayList<>();
    private final Button tagLine = new Button();
    private final PopOver allTags = new PopOver();
    private PoolFrame shown;
    private boolean narrow;
    /// Tag that is marked in the list of all tags; empty for none.
    private String marked = "";

    /// A gauge.
    ///
    /// @param kind which pool
    /// @param intents where wishes go; this pane has none of its own yet
    public PoolPane(PoolKind kind, Consumer<Intent> intents) {
        boolean paged = kind == PoolKind.PAGED;
        getStyleClass().addAll("pane-box", "pool");
        name.setText(paged ? "Paged pool" : "Nonpaged pool");
        bar = new FillBar(paged ? Token.PAGED : Token.NONPAGED);
        trend = new TrendArea(paged ? Token.PAGED : Token.NONPAGED, paged ? Token.PAGEDBG : Token.NONPAGEDBG);
        VBox.setVgrow(trend, Priority.ALWAYS);
        name.setMinWidth(Region.USE_PREF_SIZE);
        bytes.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(name, limit, gap, bytes);
        head.getStyleClass().add("pool-head");
        tagLine.getStyleClass().add("tag-line");
        tagLine.setGraphic(tagWords);
        tagLine.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        tagLine.setMaxWidth(Double.MAX_VALUE);
        Hint.on(tagLine, "All tags");
        tagLine.setOnAction(_ -> toggleAllTags());
        allTags.setArrowLocation(PopOver.ArrowLocation.BOTTOM_LEFT);
        allTags.setAnimated(false);
        allTags.setArrowSize(0);
        allTags.setCornerRadius(0);
        setAccessibleText(name.getText());
        Hint.on(head, this::getAccessibleText);
        Hint.on(bar, this::getAccessibleText);
        getChildren().addAll(head, bar, trend, tagLine);
        setMinSize(0, 0);
        widthProperty().addListener((_, _, now) -> fit(now.doubleValue() < NARROW));
    }

    /// Chooses where the trend's range begins.
    ///
    /// @param fromZero at zero; else near the least value shown, which enlarges changes
    public void setTrendFromZero(boolean fromZero) {
        trend.setFromZero(fromZero);
    }

    /// @param listener called when a person asks for the other beginning of the trend's range
    public void setOnTrendToggled(Runnable listener) {
        trend.setOnToggle(listener);
    }

    /// Shows the state of the pool.
    public void show(PoolFrame frame) {
        if (frame == shown) {
            return;
        }
        limit.setText("limit " + Numbers.limit(frame.limit()));
        bytes.setText(Numbers.bytes(frame.bytes()));
        double part = frame.limit() == 0 ? 0 : (double) frame.bytes() / frame.limit();
        setAccessibleText("%s: %s bytes in use, at most %s so far, %s of the limit".formatted(
                name.getText(), Numbers.count(frame.bytes()), Numbers.bytes(frame.peak()), percent(part)));
        bar.show(part, frame.limit() == 0 ? 0 : (double) frame.peak() / frame.limit());
        trend.show(frame.trend(), frame.peak());
        if (shown == null || !shown.topTags().equals(frame.topTags())) {
            showTags(frame.topTags());
        }
        shown = frame;
    }

    /// A narrow gauge leaves out what would be cut off: the limit, which the bar and the tooltip tell too, and the third tag.
    private void fit(boolean nowNarrow) {
        if (narrow == nowNarrow) {
            return;
        }
        narrow = nowNarrow;
        limit.setVisible(!narrow);
        limit.setManaged(!narrow);
        if (shown != null) {
            showTags(shown.topTags());
        }
    }

    private void showTags(List<TagUse> tags) {
        int count = Math.min(narrow ? TAGS_IN_NARROW_LINE : TAGS_IN_LINE, tags.size());
        if (tagNames.size() != count) {
            makeTagWords(count);
        }
        for (int i = 0; i < count; i++) {
            tagNames.get(i).setText(tags.get(i).tag().strip());
            tagSizes.get(i).setText(" " + Numbers.bytes(tags.get(i).bytes()));
        }
        if (allTags.isShowing()) {
            allTags.setContentNode(new TagList(tags, marked));
        }
    }

    /// Places for words, which change sixty times a second of a playing run: the places stay.
    private void makeTagWords(int count) {
        tagNames.clear();
        tagSizes.clear();
        tagWords.getChildren().clear();
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                addWord("  ·  ", "tag-size");
            }
            tagNames.add(addWord("", "tag-name"));
            tagSizes.add(addWord("", "tag-size"));
        }
    }

    private Text addWord(String word, String styleClass) {
        Text text = new Text(word);
        text.getStyleClass().add(styleClass);
        tagWords.getChildren().add(text);
        return text;
    }

    /// Shows all tags, one of them marked.
    ///
    /// @param tag the tag, without the blanks that fill a short one
    public void showTag(String tag) {
        marked = tag;
        showAllTags();
    }

    private void toggleAllTags() {
        if (allTags.isShowing()) {
            allTags.hide(Duration.ZERO);
        } else {
            marked = "";
            showAllTags();
        }
    }

    private void showAllTags() {
        if (shown != null) {
            allTags.setContentNode(new TagList(shown.topTags(), marked));
            // The theme styles it; ControlsFX's own sheet would outdo that.
            allTags.getRoot().getStylesheets().clear();
            allTags.show(tagLine);
        }
    }

    private static String percent(double part) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * part);
    }
}
