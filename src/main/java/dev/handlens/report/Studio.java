package dev.handlens.report;

import dev.handlens.lens.Frame;
import dev.handlens.ui.shell.PaneSlot;
import dev.handlens.ui.shell.Playback;
import dev.handlens.ui.shell.Shell;
import dev.handlens.ui.shell.WindowPanes;
import dev.handlens.ui.theme.Fonts;
import dev.handlens.ui.theme.Theme;
import dev.handlens.ui.theme.Tints;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;

/// Takes pictures of the window, or of one pane, moment after moment. Each has the pixels it would have if it were the only one. On the
/// JavaFX thread.
public final class Studio {
    private static final double AROUND_A_PANE = 10;

    private final Parent root;
    private final Scene scene;
    private final WindowPanes panes;
    private final Consumer<Frame> show;

    private Studio(WindowPanes panes, Parent root, int width, int height, Theme theme, Tints tints, Consumer<Frame> show) {
        Fonts.load();
        this.panes = panes;
        this.root = root;
        this.show = show;
        scene = new Scene(root, width, height);
        theme.apply(scene, tints);
    }

    /// Pictures of the whole window.
    ///
    /// @param width pixels
    /// @param height pixels
    /// @param theme light or dark
    /// @param tints colours of opened and closed
    /// @param findings whether the tab of findings is in front rather than the graph
    public static Studio ofWindow(int width, int height, Theme theme, Tints tints, boolean findings) {
        return ofWindow(width, height, theme, tints, shell -> shell.showFindings(findings));
    }

    /// Pictures of the window in presentation.
    ///
    /// @param width pixels
    /// @param height pixels
    /// @param theme light or dark
    /// @param tints colours of opened and closed
    public static Studio ofPresentation(int width, int height, Theme theme, Tints tints) {
        return ofWindow(width, height, theme, tints, shell -> shell.showPresentation(true));
    }

    private static Studio ofWindow(int width, int height, Theme theme, Tints tints, Consumer<Shell> prepare) {
        WindowPanes panes = new WindowPanes(_ -> {});
        Shell shell = new Shell(panes.slots(), new NobodyThere(), _ -> {});
        shell.showLook(theme, tints);
        prepare.accept(shell);
        return new Studio(panes, shell, width, height, theme, tints,
                frame -> shell.show(frame, new Playback(false, 1, frame.timeline().branched())));
    }

    /// Pictures of one pane, with a little of the window around it.
    ///
    /// @param pane which one
    public static Studio ofPane(int width, int height, Theme theme, Tints tints, Function<WindowPanes, PaneSlot> pane) {
        WindowPanes panes = new WindowPanes(_ -> {});
        PaneSlot slot = pane.apply(panes);
        StackPane around = new StackPane(slot.node());
        around.setPadding(new Insets(AROUND_A_PANE));
        return new Studio(panes, around, width, height, theme, tints, slot.show());
    }

    /// The picture of a moment.
    public BufferedImage take(Frame frame) {
        show(frame);
        // A second round, as a window has it: some controls know their size only after the first.
        for (int round = 0; round < 2; round++) {
            root.applyCss();
            root.layout();
            show(frame);
        }
        root.applyCss();
        root.layout();
        // A scroll pane keeps an image of what it shows, and outside a window nothing tells it that the image is out of date.
        root.lookupAll(".scroll-pane > .viewport").forEach(viewport -> viewport.setCache(false));
        return Picture.image(scene.snapshot(null));
    }

    /// Nothing may depend on what was shown before, be it another moment or this one while the panes had other sizes.
    private void show(Frame frame) {
        panes.forget();
        show.accept(frame);
    }
}
