package dev.handlens.ui.control;

import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Shows a tab in the header of a pane. Its caption is never shortened, and takes the width of the heavier letters of a chosen tab whether
/// it is chosen or not, so that the tabs after it stand still.
public final class PaneTab extends ToggleButton {
    private static final String CHOSEN_FONT = "Inter SemiBold";

    private final Text chosenCaption = new Text();

    /// @param caption words of the tab
    public PaneTab(String caption) {
        super(caption);
        getStyleClass().setAll("pane-tab");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(USE_PREF_SIZE);
    }

    @Override
    protected double computePrefWidth(double height) {
        chosenCaption.setText(getText());
        chosenCaption.setFont(Font.font(CHOSEN_FONT, getFont().getSize()));
        double chosen = chosenCaption.getLayoutBounds().getWidth() + snappedLeftInset() + snappedRightInset();
        return Math.max(super.computePrefWidth(height), Math.ceil(chosen));
    }
}
