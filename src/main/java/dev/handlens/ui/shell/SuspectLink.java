package dev.handlens.ui.shell;

import dev.handlens.lens.StatusFrame.Suspected;
import dev.handlens.lens.SuspectId;
import dev.handlens.ui.control.Hint;
import dev.handlens.ui.control.Icons;
import dev.handlens.ui.control.Numbers;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import org.kordamp.ikonli.fluentui.FluentUiRegularMZ;

/// Says how many handles are suspected leaked and in which process, and opens the card of the worst suspect.
final class SuspectLink extends Button {
    private List<Suspected> shown = List.of();

    /// @param open opens the card of a suspect
    SuspectLink(Consumer<SuspectId> open) {
        getStyleClass().addAll("link", "suspects");
        setGraphic(Icons.of(FluentUiRegularMZ.WARNING_16, 14));
        setMinWidth(USE_PREF_SIZE);
        setOnAction(_ -> open.accept(shown.getFirst().worst()));
        Hint.on(this, "Show the finding of the worst suspect");
    }

    /// Shows the suspected handles by process; nothing to show takes no room.
    ///
    /// @param room whether there is room for it
    void show(List<Suspected> suspected, boolean room) {
        shown = suspected;
        setText(words(suspected));
        setVisible(room && !suspected.isEmpty());
        setManaged(isVisible());
    }

    /// Returns the counts with their processes, such as `40 suspected leaked in proxy.exe, 12 in 2 more`.
    private static String words(List<Suspected> suspected) {
        if (suspected.isEmpty()) {
            return "";
        }
        Suspected worst = suspected.getFirst();
        String first = Numbers.count(worst.handles()) + " suspected leaked in " + worst.process();
        List<Suspected> others = suspected.subList(1, suspected.size());
        if (others.isEmpty()) {
            return first;
        }
        long handles = others.stream().mapToLong(Suspected::handles).sum();
        String where = others.size() == 1 ? others.getFirst().process() : others.size() + " more";
        return first + ", " + Numbers.count(handles) + " in " + where;
    }
}
