package dev.handlens.ui.shell;

import dev.handlens.lens.TimelineFrame;
import dev.handlens.ui.Intent;
import dev.handlens.ui.control.Hint;
import dev.handlens.ui.control.Icons;
import dev.handlens.ui.control.Labels;
import dev.handlens.ui.control.Numbers;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.fluentui.FluentUiFilledMZ;
import org.kordamp.ikonli.fluentui.FluentUiRegularAL;
import org.kordamp.ikonli.fluentui.FluentUiRegularMZ;

/// The buttons that play the run, where it stands, and how fast it goes.
final class Transport extends HBox {
    private static final List<Double> SPEEDS = List.of(0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 100.0, Double.POSITIVE_INFINITY);

    private final Button play;
    private final Label step = Labels.of("Step", "mute");
    private final Label position = Labels.of("0", "strong");
    private final Label rest = Labels.of("", "mute");
    private final MenuButton speed = new MenuButton("1×");
    private final ToggleGroup speeds = new ToggleGroup();
    private boolean playing;

    /// @param intents where wishes go: `TogglePlay`, `StepBy`, `SeekEnd`, `SetSpeed`
    Transport(Consumer<Intent> intents) {
        getStyleClass().add("transport");
        play = Icons.button(FluentUiFilledMZ.PLAY_20, 18, "Play (Space)", () -> intents.accept(new Intent.TogglePlay()));
        play.getStyleClass().add("primary");
        play.setId("play");
        Button first = Icons.button(FluentUiRegularMZ.PREVIOUS_20, 17, "To the beginning (Home)",
                () -> intents.accept(new Intent.SeekEnd(false)));
        Button back = Icons.button(FluentUiRegularAL.CHEVRON_LEFT_20, 18, "One step back (←)",
                () -> intents.accept(new Intent.StepBy(-1)));
        Button on = Icons.button(FluentUiRegularAL.CHEVRON_RIGHT_20, 18, "One step on (→)",
                () -> intents.accept(new Intent.StepBy(1)));
        Button last = Icons.button(FluentUiRegularMZ.NEXT_20, 17, "To the end (End)",
                () -> intents.accept(new Intent.SeekEnd(true)));
        HBox where = new HBox(4, step, position, rest);
        where.getStyleClass().add("where");
        where.setMinWidth(Region.USE_PREF_SIZE);
        for (double value : SPEEDS) {
            RadioMenuItem item = new RadioMenuItem(words(value));
            item.setToggleGroup(speeds);
            item.setUserData(value);
            item.setOnAction(_ -> intents.accept(new Intent.SetSpeed(value)));
            speed.getItems().add(item);
        }
        speed.getStyleClass().add("speed");
        Hint.on(speed, "Speed");
        speed.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(first, back, play, on, last, where, speed);
        setMinWidth(Region.USE_PREF_SIZE);
    }

    /// Shows where the run stands and how it is played.
    void show(TimelineFrame timeline, Playback playback) {
        position.setText(Numbers.count(timeline.position()));
        rest.setText(timeline.byStep() ? "of " + Numbers.count(timeline.length()) : "· " + Numbers.seconds(timeline.time()));
        speed.setText(words(playback.speed()));
        speeds.getToggles().forEach(toggle -> toggle.setSelected(toggle.getUserData().equals(playback.speed())));
        if (playback.playing() != playing) {
            playing = playback.playing();
            play.setGraphic(Icons.of(playing ? FluentUiFilledMZ.PAUSE_20 : FluentUiFilledMZ.PLAY_20, 18));
            Hint.on(play, playing ? "Pause (Space)" : "Play (Space)");
            play.setAccessibleText(playing ? "Pause" : "Play");
        }
    }

    /// A speed in words, such as `0.25×`, `10×`, `max`.
    static String words(double speed) {
        if (Double.isInfinite(speed)) {
            return "max";
        }
        return (speed == Math.rint(speed) ? String.valueOf((long) speed) : String.format(Locale.ROOT, "%s", speed)) + "×";
    }
}
