package dev.handlens.ui.handles;

import dev.handlens.lens.View;
import dev.handlens.ui.Intent;
import dev.handlens.ui.control.Choice;
import dev.handlens.ui.control.Hint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.fluentui.FluentUiRegularAL;
import org.kordamp.ikonli.javafx.FontIcon;

/// How changes are watched, and how long they stay coloured.
final class WatchBar extends HBox {
    private static final List<Long> INTERVALS = List.of(500L, 1_000L, 2_000L, 5_000L, 10_000L);
    private static final List<View.Highlight> HIGHLIGHTS = List.of(
            View.Highlight.UNTIL_NEXT_STEP, new View.Highlight(500), new View.Highlight(1_000), new View.Highlight(5_000),
            new View.Highlight(60_000), View.Highlight.FOR_EVER);

    private final Consumer<Intent> intents;
    private final Choice<View.Watch> watch;
    private final MenuButton interval = new MenuButton();
    private final MenuButton highlight = new MenuButton();
    private View view;

    WatchBar(Consumer<Intent> intents) {
        this.intents = intents;
        getStyleClass().add("watch-bar");
        setMinWidth(Region.USE_PREF_SIZE);
        Map<View.Watch, String> words = new LinkedHashMap<>();
        words.put(View.Watch.EVERY_EVENT, "Every event");
        words.put(View.Watch.POLLING, "Polling");
        watch = new Choice<>(words, chosen -> intents.accept(new Intent.SetWatch(chosen, view.interval())));
        Hint.on(interval, "Simulated time between two looks");
        Hint.on(highlight, "How long opened and closed handles stay coloured");
        for (MenuButton button : List.of(interval, highlight)) {
            button.getStyleClass().add("word");
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        highlight.setGraphic(new FontIcon(FluentUiRegularAL.HIGHLIGHT_16));
        interval.setId("interval");
        highlight.setId("highlight");
        getChildren().addAll(watch, interval, highlight);
    }

    void show(View now) {
        if (now.equals(view)) {
            return;
        }
        view = now;
        watch.show(view.watch());
        interval.setVisible(view.watch() == View.Watch.POLLING);
        interval.setManaged(interval.isVisible());
        interval.setText("every " + seconds(view.interval()));
        highlight.setText(words(view.highlight()));
        fill(interval, INTERVALS, view.interval(), millis -> "every " + seconds(millis),
                millis -> intents.accept(new Intent.SetWatch(view.watch(), millis)));
        fill(highlight, HIGHLIGHTS, view.highlight(), WatchBar::words, chosen -> intents.accept(new Intent.SetHighlight(chosen)));
    }

    private static <T> void fill(MenuButton button, List<T> values, T now, Function<T, String> words, Consumer<T> onChoose) {
        ToggleGroup group = new ToggleGroup();
        button.getItems().setAll(values.stream().map(value -> {
            RadioMenuItem item = new RadioMenuItem(words.apply(value));
            item.setToggleGroup(group);
            item.setSelected(value.equals(now));
            item.setOnAction(_ -> onChoose.accept(value));
            return item;
        }).toList());
    }

    private static String words(View.Highlight highlight) {
        if (highlight.equals(View.Highlight.UNTIL_NEXT_STEP)) {
            return "until next step";
        }
        return highlight.equals(View.Highlight.FOR_EVER) ? "for ever" : "for " + seconds(highlight.millis());
    }

    private static String seconds(long millis) {
        return millis % 1_000 == 0 ? millis / 1_000 + " s" : millis / 1_000.0 + " s";
    }
}
