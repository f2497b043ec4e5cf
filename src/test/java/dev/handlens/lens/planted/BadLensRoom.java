package dev.handlens.lens.planted;

import dev.handlens.kernel.planted.BadKernelRoom;
import javafx.scene.paint.Color;

/// Breaks the rules of the lens on purpose, so that a test can see them caught.
public final class BadLensRoom {
    final Color color = Color.BLACK;

    public void peek(BadKernelRoom kernel) {
        kernel.change();
    }

    public Runnable peekLater(BadKernelRoom kernel) {
        return kernel::change;
    }
}
