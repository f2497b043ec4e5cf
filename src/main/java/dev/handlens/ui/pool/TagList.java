package dev.handlens.ui.pool;

import dev.handlens.lens.PoolFrame.TagUse;
import dev.handlens.ui.control.Labels;
import dev.handlens.ui.control.Numbers;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/// All tags of a pool with what they allocated, freed and hold, the largest first.
final class TagList extends GridPane {
    /// @param marked tag whose row is marked, without the blanks that fill a short one; empty for none
    TagList(List<TagUse> tags, String marked) {
        getStyleClass().add("tag-list");
        String[] heads = {"Tag", "Used by", "Allocs", "Frees", "Bytes"};
        for (int column = 0; column < heads.length; column++) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setHalignment(column >= 2 ? HPos.RIGHT : HPos.LEFT);
            getColumnConstraints().add(constraints);
            add(Labels.of(heads[column], "mute", "small", "medium"), column, 0);
        }
        int row = 1;
        for (TagUse tag : tags) {
            if (tag.tag().strip().equals(marked)) {
                Region mark = new Region();
                mark.getStyleClass().add("tag-mark");
                add(mark, 0, row, REMAINING, 1);
            }
            Node[] cells = cells(tag);
            for (int column = 0; column < cells.length; column++) {
                // By column: the mark lies in the row too, and addRow begins after it.
                add(cells[column], column, row);
            }
            row++;
        }
    }

    private static Node[] cells(TagUse tag) {
        Label bytes = Labels.of(Numbers.bytes(tag.bytes()), "strong");
        return new Node[] {
            Labels.of(tag.tag(), "mono"), Labels.of(tag.description()), Labels.of(Numbers.count(tag.allocs())),
            Labels.of(Numbers.count(tag.frees())),
            bytes
        };
    }
}
