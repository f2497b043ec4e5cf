package dev.handlens.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/// The file dialogs of the system. They need a window system: the headless platform has none.
public final class SystemFilePicker implements FilePicker {
    /// How the name of a scenario ends that a desktop is to know as one.
    static final String SCENARIO = ".handlens.yaml";

    private static final ExtensionFilter SCENARIOS = new ExtensionFilter("Scenarios", "*" + SCENARIO, "*.yaml", "*.yml");
    private static final ExtensionFilter PICTURES = new ExtensionFilter("PNG pictures", "*.png");

    private final Supplier<Window> owner;
    private File folder;

    /// @param owner the window that the dialogs belong to
    /// @param folder where to begin, or null for where the system begins
    public SystemFilePicker(Supplier<Window> owner, Path folder) {
        this.owner = owner;
        this.folder = folder == null ? null : folder.toFile();
    }

    @Override
    public void openScenario(Consumer<Path> chosen) {
        handOn(chooser("Open a scenario", SCENARIOS, "").showOpenDialog(owner.get()), chosen);
    }

    @Override
    public void saveScenario(String name, Consumer<Path> chosen) {
        handOn(chooser("Save the run as a scenario", SCENARIOS, name).showSaveDialog(owner.get()), chosen);
    }

    @Override
    public void savePicture(String name, Consumer<Path> chosen) {
        handOn(chooser("Save a picture of the window", PICTURES, name).showSaveDialog(owner.get()), chosen);
    }

    private FileChooser chooser(String title, ExtensionFilter filter, String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().addAll(filter, new ExtensionFilter("All files", "*"));
        chooser.setInitialFileName(name);
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        return chooser;
    }

    private void handOn(File file, Consumer<Path> chosen) {
        if (file != null) {
            folder = file.getParentFile();
            chosen.accept(file.toPath());
        }
    }
}
