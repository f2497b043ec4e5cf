package dev.handlens.ui.shell;

import dev.handlens.ui.Work;
import dev.handlens.ui.control.Hint;
import dev.handlens.ui.control.Labels;
import dev.handlens.ui.control.Numbers;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// What a person waits for: what is being done, how far it is, how fast it goes, how long it still takes, and the way to stop it.
final class WorkBar extends HBox {
    private static final double MILLION = 1e6;
    private static final double THOUSAND = 1e3;
    private static final double LONG_SECONDS = 100;

    private final Label what = Labels.of("", "medium");
    private final ProgressBar bar = new ProgressBar();
    private final Label rate = Labels.of("", "mute");
    private final Button stop = new Button("Stop");

    /// @param onStop stops the work
    WorkBar(Runnable onStop) {
        super(10);
        getStyleClass().add("work-bar");
        setId("work");
        bar.setPrefWidth(120);
        bar.setMinWidth(48);
        stop.getStyleClass().add("link");
        Hint.on(stop, "Stop (Esc)");
        stop.setOnAction(_ -> onStop.run());
        stop.setFocusTraversable(false);
        stop.setMinWidth(Region.USE_PREF_SIZE);
        rate.setMinWidth(Region.USE_PREF_SIZE);
        what.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(what, bar, rate, stop);
        show(null);
    }

    /// Shows work.
    ///
    /// @param work what a person waits for, or null
    void show(Work work) {
        setVisible(work != null);
        setManaged(work != null);
        if (work != null) {
            what.setText(work.progress().what());
            bar.setProgress(work.progress().part());
            rate.setText(words(work));
            setAccessibleText(what.getText() + ", " + rate.getText());
        }
    }

    /// How far, how fast and how long, such as `65 % · 4.8 M steps/s · 1.2 s left`.
    static String words(Work work) {
        String part = Math.round(100 * work.progress().part()) + " % · " + amount(work.perSecond()) + " " + work.progress().unit() + "/s";
        return Double.isInfinite(work.secondsLeft()) ? part : part + " · " + span(work.secondsLeft()) + " left";
    }

    private static String amount(double number) {
        if (number < 10 * THOUSAND) {
            return Numbers.count(Math.round(number));
        }
        return number < MILLION ? Math.round(number / THOUSAND) + " k" : String.format(Locale.ROOT, "%.1f M", number / MILLION);
    }

    private static String span(double seconds) {
        return seconds < LONG_SECONDS ? String.format(Locale.ROOT, "%.1f s", seconds) : Math.round(seconds / 60) + " min";
    }
}
