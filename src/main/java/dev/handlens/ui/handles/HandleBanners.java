package dev.handlens.ui.handles;

import dev.handlens.lens.HandlesFrame;
import dev.handlens.lens.HiddenHandle;
import dev.handlens.lens.View;
import dev.handlens.ui.Intent;
import dev.handlens.ui.control.Labels;
import dev.handlens.ui.control.Numbers;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.fluentui.FluentUiRegularAL;
import org.kordamp.ikonli.fluentui.FluentUiRegularMZ;
import org.kordamp.ikonli.javafx.FontIcon;

/// Lines at the foot of the list that say what the list leaves out, each with the way to see it. A list that hides a leak without a word
/// would be worse than no list.
final class HandleBanners extends VBox {
    private final Banner work = new Banner(FluentUiRegularAL.ARROW_SORT_20);
    private final Banner unnamed = new Banner(FluentUiRegularAL.EYE_HIDE_20);
    private final Banner unseen = new Banner(FluentUiRegularMZ.TIMER_16);
    private final Banner closed = new Banner(FluentUiRegularAL.EYE_HIDE_20);
    private final Banner selected = new Banner(FluentUiRegularAL.EYE_HIDE_20);
    private final Banner filtered = new Banner(FluentUiRegularAL.FILTER_20);
    private final Consumer<Intent> intents;
    private final Runnable onShown;

    private static final class Banner extends HBox {
        private final Label words = Labels.of("", "small");
        private final Button way = new Button();

        Banner(Ikon icon) {
            getStyleClass().add("pane-footer");
            way.getStyleClass().add("link");
            way.setMinWidth(Region.USE_PREF_SIZE);
            words.setMinWidth(0);
            getChildren().addAll(new FontIcon(icon), words, way);
        }

        void show(boolean visible, String text, String wayText, Runnable onWay) {
            setVisible(visible);
            setManaged(visible);
            words.setText(text);
            way.setText(wayText);
            way.setOnAction(_ -> onWay.run());
        }
    }

    /// @param onShown run when a person has asked to see the selected handle and nothing hides it any more
    HandleBanners(Consumer<Intent> intents, Runnable onShown) {
        this.intents = intents;
        this.onShown = onShown;
        getChildren().addAll(work, unseen, filtered, closed, unnamed, selected);
    }

    void show(HandlesFrame frame, View view) {
        boolean kept = view.orderKept() && frame.work() == null;
        work.show(frame.work() != null || !frame.order().isEmpty(), work(frame), kept ? "Sort again" : "Stop",
                () -> intents.accept(kept ? new Intent.SetSort(view.sort()) : new Intent.StopWork()));
        int unnamedOpen = frame.named() < 0 ? 0 : frame.total() - frame.named();
        boolean hidden = frame.hiddenUnnamed() > 0;
        String unnamedWords = hidden
                ? counted(frame.hiddenUnnamed(), "unnamed handle is hidden", "unnamed handles are hidden")
                : counted(unnamedOpen, "unnamed handle is shown", "unnamed handles are shown");
        unnamed.show(hidden || view.showUnnamed() && unnamedOpen > 0, unnamedWords, hidden ? "Show" : "Hide",
                () -> intents.accept(new Intent.ShowUnnamed(hidden)));
        filtered.show(frame.filteredOut() > 0,
                counted(frame.filteredOut(), "handle does not match the filter", "handles do not match the filter"), "Clear",
                () -> intents.accept(new Intent.SetFilter("")));
        closed.show(frame.closedHidden() > 0, counted(frame.closedHidden(), "closed handle is hidden", "closed handles are hidden"), "Show",
                () -> intents.accept(new Intent.StillOpenOnly(false)));
        showSelected(frame.hiddenSelection());
        unseen.show(frame.unseen() > 0,
                counted(frame.unseen(), "handle came and went between two looks", "handles came and went between two looks"),
                "Watch every event", () -> intents.accept(new Intent.SetWatch(View.Watch.EVERY_EVENT, view.interval())));
    }

    private void showSelected(HiddenHandle hidden) {
        String handle = hidden == null ? "" : hidden.key().hex();
        selected.show(hidden != null, hidden == null ? "" : handle + " is selected, but hidden: " + hidden.why(), "Show " + handle, () -> {
            if (hidden.unnamed()) {
                intents.accept(new Intent.ShowUnnamed(true));
            }
            if (hidden.filtered()) {
                intents.accept(new Intent.SetFilter(""));
            }
            if (hidden.closed()) {
                intents.accept(new Intent.StillOpenOnly(false));
            }
            onShown.run();
        });
    }

    /// What moment the order is of, and how far the next one is: `order of step 4,212,000 · Sorting 16,711,680 handles, 43 %`.
    private static String work(HandlesFrame frame) {
        String doing = frame.work() == null ? "" : frame.work().what() + ", " + (int) (100 * frame.work().part()) + " %";
        return String.join(" · ", Stream.of(frame.order(), doing).filter(words -> !words.isEmpty()).toList());
    }

    private static String counted(long count, String one, String many) {
        return Numbers.count(count) + " " + (count == 1 ? one : many);
    }
}
