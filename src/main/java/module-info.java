/// Handlens, a hand lens for kernel handles: a simulated Windows kernel, scenarios that drive it, and a window that shows it.
module dev.handlens {
    requires javafx.controls;
    requires java.desktop;
    requires java.management;
    requires java.prefs;
    requires org.controlsfx.controls;
    requires atlantafx.base;
    requires org.kordamp.ikonli.core;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.fluentui;
    requires org.snakeyaml.engine;
    requires org.commonmark;
    requires info.picocli;
    requires tools.jackson.core;

    opens dev.handlens.app to info.picocli;
    exports dev.handlens.app to javafx.graphics;
}
