package dev.handlens.ui.shell;

import dev.handlens.lens.Frame;
import dev.handlens.lens.StatusFrame;
import dev.handlens.lens.SuspectId;
import dev.handlens.ui.control.Hint;
import dev.handlens.ui.control.Labels;
import dev.handlens.ui.control.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// The line at the foot: whether the run goes, the facts of the selected process, what is wrong, where the run stands. When a person has
/// changed the run it says so, with the ways on.
final class StatusBar extends HBox {
    private final Label state = Labels.chip("PAUSED", "warned");
    private final Label process = Labels.of("", "strong");
    private final Label facts = Labels.of("", "mute");
    private final Label warning = Labels.of("", "warned", "strong");
    private final Label stop = Labels.of("", "closed", "strong");
    private final Label profile = Labels.of("", "mute");
    private final Label place = Labels.of("", "mute");
    private final HBox processBox = new HBox(5, process, facts);
    private final SuspectLink suspected;
    private final HBox branch;
    private final WorkBar work;
    private final List<Node> left;
    private final List<Node> right;
    /// What goes when there is too little room, the first first: what the top bar or another pane shows too.
    private final List<Node> givesWay;

    /// @param undo takes the last change back
    /// @param saveAs saves the run as a scenario
    /// @param stopWork stops what takes long
    /// @param openSuspect opens the card of a leak suspect
    StatusBar(Runnable undo, Runnable saveAs, Runnable stopWork, Consumer<SuspectId> openSuspect) {
        suspected = new SuspectLink(openSuspect);
        work = new WorkBar(stopWork);
        getStyleClass().add("status-bar");
        Button undoButton = link("Undo", undo);
        Button saveButton = link("Save as…", saveAs);
        branch = new HBox(4, Labels.chip("your change", ""), undoButton, saveButton);
        branch.getStyleClass().add("branch");
        place.getStyleClass().add("place");
        left = List.of(state, work, processBox, suspected, warning, stop, branch);
        right = List.of(profile, place);
        givesWay = List.of(profile, place, processBox, warning, suspected);
        getChildren().addAll(left);
        getChildren().addAll(right);
    }

    /// Shows the facts of a moment.
    void show(Frame frame, Playback playback) {
        StatusFrame status = frame.status();
        boolean stopped = !status.bugCheck().isEmpty();
        showState(stopped ? "BUGCHECK" : playback.playing() ? "RUNNING" : "PAUSED", stopped ? "closed" : playback.playing() ? "opened" : "warned");
        process.setText(status.process());
        facts.setText(Numbers.count(status.handles()) + " handles" + (status.named() < 0 ? "" : ", " + Numbers.count(status.named()) + " named"));
        setShown(processBox, !status.process().isEmpty() && playback.work() == null);
        work.show(playback.work());
        // What a person waits for needs the room more.
        suspected.show(status.suspected(), playback.work() == null);
        warning.setText(status.warning());
        setShown(warning, !status.warning().isEmpty() && playback.work() == null);
        stop.setText(status.bugCheck());
        setShown(stop, stopped);
        setShown(branch, frame.timeline().branched() || playback.canUndo());
        profile.setText(status.profile());
        place.setText(status.place());
    }

    /// Its styles are worked out again only when it is another state.
    private void showState(String words, String meaning) {
        if (!state.getText().equals(words)) {
            state.setText(words);
            state.getStyleClass().removeAll("opened", "closed", "warned");
            state.getStyleClass().add(meaning);
        }
    }

    private static Button link(String words, Runnable action) {
        Button button = new Button(words);
        button.getStyleClass().add("link");
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// What is shown is managed; whether it is visible too depends on the room there is.
    private static void setShown(Node node, boolean shown) {
        if (node.isManaged() != shown) {
            node.setVisible(shown);
            node.setManaged(shown);
        }
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    /// Facts that do not fit are left out whole; half a number is none.
    @Override
    protected void layoutChildren() {
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        List<Node> fitting = new ArrayList<>(getManagedChildren());
        for (Node next : givesWay) {
            if (width(fitting) <= room) {
                break;
            }
            fitting.remove(next);
        }
        getManagedChildren().forEach(node -> node.setVisible(fitting.contains(node)));
        double x = snappedLeftInset();
        for (Node node : left) {
            if (fitting.contains(node)) {
                x += place(node, x) + getSpacing();
            }
        }
        double end = getWidth() - snappedRightInset();
        for (Node node : right.reversed()) {
            if (fitting.contains(node)) {
                end -= place(node, end - node.prefWidth(-1)) + getSpacing();
            }
        }
    }

    private double width(List<Node> nodes) {
        return nodes.stream().mapToDouble(node -> node.prefWidth(-1)).sum() + getSpacing() * Math.max(0, nodes.size() - 1);
    }

    private double place(Node node, double x) {
        double top = snappedTopInset();
        double width = node.prefWidth(-1);
        double height = node.prefHeight(width);
        double y = top + (getHeight() - top - snappedBottomInset() - height) / 2;
        node.resizeRelocate(snapPositionX(x), snapPositionY(y), width, height);
        return width;
    }
}
