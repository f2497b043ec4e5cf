package dev.handlens.app;

/// JavaFX without a screen: the same pixels on every machine. Must be chosen before anything of JavaFX is touched.
public final class HeadlessToolkit {
    private HeadlessToolkit() {}

    /// Chooses the headless platform, the software pipeline (a graphics card rounds differently) and grey rather than coloured
    /// smoothing of text (colours depend on the screen). Backgrounds are not taken from a cache: at the edge of a button whose width is no
    /// whole number a trace of its neighbour in the cache shows, so that a picture would depend on what was drawn before it.
    public static void choose() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("prism.lcdtext", "false");
        System.setProperty("prism.disableRegionCaching", "true");
    }
}
