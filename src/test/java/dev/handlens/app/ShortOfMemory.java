package dev.handlens.app;

import dev.handlens.ui.Intent;
import dev.handlens.ui.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/// The window, played by hand in a process that has too little memory for its run; [OutOfMemoryTest] starts it. It says on the standard
/// output what a person would see: where the run stood each time when memory was short, and what could be done then.
final class ShortOfMemory extends AnimationTimer {
    private static final int TIMES = 2;
    private static final int ROOM = 4 << 20;
    /// Refreshes of the screen after which a window that only collects garbage is given up; a few hundred are enough.
    private static final int PATIENCE = 1_500;

    private final Path saved;
    private final Stage stage;
    private final MainWindow window;
    private int shortages;
    private boolean saving;
    private int refreshes;

    private ShortOfMemory(Path scenario, Path saved) throws Exception {
        this.saved = saved;
        stage = new Stage();
        window = new MainWindow(stage, scenario, Theme.LIGHT, null, () -> {});
        window.open(scenario, ScenarioFile.open(scenario), 0);
        window.wish(new Intent.SetSpeed(Double.POSITIVE_INFINITY));
        window.wish(new Intent.TogglePlay());
    }

    /// @param arguments the scenario, and where to save it
    public static void main(String[] arguments) throws Exception {
        HeadlessToolkit.choose();
        Toolkit.call(() -> {
            new ShortOfMemory(Path.of(arguments[0]), Path.of(arguments[1])).start();
            return null;
        });
    }

    @Override
    public void handle(long now) {
        if (++refreshes > PATIENCE) {
            end("no end");
        } else if (saving) {
            if (Files.exists(saved)) {
                saving = false;
                System.out.println("saved");
                window.wish(new Intent.TogglePlay());
            }
        } else if (says("Out of memory")) {
            shortOfMemory();
        } else if (position() > 0 && position() == length()) {
            end("the run came to its end");
        }
    }

    private void shortOfMemory() {
        shortages++;
        System.out.println("short at " + position() + ", window " + (stage.isShowing() ? "stays" : "gone") + ", room " + new byte[ROOM].length);
        stage.getScene().getRoot().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
        long before = position();
        window.wish(new Intent.StepBy(1));
        System.out.println("stepped " + (position() - before) + (says("Out of memory") ? ", still told" : ""));
        if (shortages == TIMES) {
            window.wish(new Intent.SeekEnd(false));
            end("back at " + position());
        } else {
            window.wish(new Intent.SaveAs(saved));
            saving = true;
        }
    }

    private void end(String words) {
        System.out.println(words);
        stop();
        window.quit();
        Platform.exit();
    }

    private boolean says(String words) {
        return scene().getRoot().lookupAll(".label").stream()
                .anyMatch(node -> node instanceof Labeled label && label.getText().equals(words) && isSeen(node));
    }

    private static boolean isSeen(Node node) {
        return node == null || node.isVisible() && isSeen(node.getParent());
    }

    private Scene scene() {
        return stage.getScene();
    }

    private long position() {
        return number(1);
    }

    private long length() {
        return number(2);
    }

    /// A number of those that tell where the run stands.
    private long number(int place) {
        Labeled label = (Labeled) scene().getRoot().lookupAll(".where .label").toArray()[place];
        String digits = label.getText().replaceAll("\\D", "");
        return digits.isEmpty() ? -1 : Long.parseLong(digits);
    }
}
