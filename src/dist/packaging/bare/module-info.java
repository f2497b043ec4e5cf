/// A window with one label: what every JavaFX program must at least do.
module bare {
    requires javafx.controls;

    exports bare to javafx.graphics;
}
