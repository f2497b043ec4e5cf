package dev.handlens.app;

import javafx.geometry.Rectangle2D;

/// Computes where a window goes, with its frame on the screen. The desktop tells the size of frame and title bar only after the window is
/// shown, so an allowance is made for them. All lengths are pixels.
final class WindowPlace {
    static final double USUAL_WIDTH = 1440;
    static final double USUAL_HEIGHT = 900;
    /// Left and right border of common desktops.
    private static final double FRAME_WIDTH = 8;
    /// Title bar and lower border of common desktops.
    private static final double FRAME_HEIGHT = 44;

    private WindowPlace() {}

    /// Returns the bounds of a window that was never placed: the usual size in the middle of the screen; maximized when the usual size with
    /// its frame is larger than the screen in either direction.
    ///
    /// @param screen what of the screen windows may cover
    static Settings.WindowBounds first(Rectangle2D screen) {
        boolean fits = USUAL_WIDTH + FRAME_WIDTH <= screen.getWidth() && USUAL_HEIGHT + FRAME_HEIGHT <= screen.getHeight();
        double x = screen.getMinX() + (screen.getWidth() - USUAL_WIDTH - FRAME_WIDTH) / 2;
        double y = screen.getMinY() + (screen.getHeight() - USUAL_HEIGHT - FRAME_HEIGHT) / 2;
        return onto(screen, new Settings.WindowBounds(x, y, USUAL_WIDTH, USUAL_HEIGHT, !fits));
    }

    /// Returns the bounds of a window moved onto a screen, and made smaller until it lies there with its frame.
    ///
    /// @param screen what of the screen windows may cover
    /// @param wanted where the window was
    static Settings.WindowBounds onto(Rectangle2D screen, Settings.WindowBounds wanted) {
        double width = Math.min(wanted.width(), screen.getWidth() - FRAME_WIDTH);
        double height = Math.min(wanted.height(), screen.getHeight() - FRAME_HEIGHT);
        double x = Math.clamp(wanted.x(), screen.getMinX(), screen.getMaxX() - width - FRAME_WIDTH);
        double y = Math.clamp(wanted.y(), screen.getMinY(), screen.getMaxY() - height - FRAME_HEIGHT);
        return new Settings.WindowBounds(x, y, width, height, wanted.maximized());
    }
}
