package dev.handlens.ui.findings;

import dev.handlens.ui.control.Hint;
import dev.handlens.ui.control.Labels;
import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/// A row of facts whose values are links with words around them. The links stay while only the words around them change, or one would be
/// taken away under the pointer.
final class LeakLinks {
    private final FlowPane box = new FlowPane();
    private final Label label;
    private final String style;
    private List<String> names = List.of();

    /// A link.
    ///
    /// @param before words before it
    /// @param name the link itself
    /// @param after words after it
    /// @param hint what it does
    record Link(String before, String name, String after, String hint, Runnable action) {}

    /// @param facts where the row is added
    /// @param style style class of the links
    LeakLinks(FactGrid facts, String title, String style) {
        this.style = style;
        box.getStyleClass().add("leak-links");
        label = facts.add(title, box);
    }

    /// Shows links; without any the row takes no room.
    ///
    /// @param more whether there are more than these
    void show(List<Link> links, boolean more) {
        List<String> now = links.stream().map(Link::name).toList();
        if (!now.equals(names) || box.getChildren().size() != links.size() + (more ? 1 : 0)) {
            names = now;
            box.getChildren().setAll(links.stream().map(this::part).toList());
            if (more) {
                box.getChildren().add(Labels.of("\u2026"));
            }
        }
        for (int place = 0; place < links.size(); place++) {
            HBox part = (HBox) box.getChildren().get(place);
            String comma = place < links.size() - 1 ? "," : "";
            ((Label) part.getChildren().getLast()).setText(links.get(place).after() + comma);
        }
        boolean shown = !links.isEmpty();
        box.setVisible(shown);
        box.setManaged(shown);
        label.setVisible(shown);
        label.setManaged(shown);
    }

    private HBox part(Link link) {
        Hyperlink name = new Hyperlink(link.name());
        name.getStyleClass().add(style);
        Hint.on(name, link.hint());
        name.setOnAction(_ -> link.action().run());
        HBox part = new HBox(Labels.of(link.before()), name, Labels.of(link.after()));
        part.getStyleClass().add("leak-link");
        return part;
    }
}
