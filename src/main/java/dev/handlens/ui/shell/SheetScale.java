package dev.handlens.ui.shell;

import java.util.function.DoubleSupplier;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Places the toast and the sheets over the content, in the size that everything has.
final class SheetScale {
    private static final double TOAST_WIDTH = 560;

    private final Region toast;
    private final Region sheets;
    private final DoubleSupplier toastTop;
    private final Scale scale = new Scale(1, 1);

    /// @param toastTop returns the upper edge of a toast, px of the window
    SheetScale(Region toast, Region sheets, DoubleSupplier toastTop) {
        this.toastTop = toastTop;
        this.toast = toast;
        this.sheets = sheets;
        toast.getTransforms().add(scale);
        sheets.getTransforms().add(scale);
    }

    /// Places both in a window.
    ///
    /// @param factor scale
    /// @param width width of the window, px
    /// @param height height of the window, px
    void layout(double factor, double width, double height) {
        scale.setX(factor);
        scale.setY(factor);
        sheets.resizeRelocate(0, 0, width / factor, height / factor);
        double toastWidth = Math.min(TOAST_WIDTH, toast.prefWidth(-1));
        toast.resize(toastWidth, toast.prefHeight(toastWidth));
        toast.relocate(Math.rint((width - toastWidth * factor) / 2), toastTop.getAsDouble());
    }
}
