package dev.handlens.app;

/// How much of the window is painted again when words and numbers in many places of it change, as they do while a run plays.
public final class PaintedAreas {
    private PaintedAreas() {}

    /// Has JavaFX paint up to fifteen small areas instead of joining them to six: joined ones overlap, cover most of the window, and are
    /// painted one after the other, which without a graphics card takes twice as long. Must be chosen before JavaFX is started.
    public static void choose() {
        if (System.getProperty("prism.dirtyregioncount") == null) {
            System.setProperty("prism.dirtyregioncount", "15");
        }
    }
}
