package dev.handlens.ui.shell;

import dev.handlens.ui.theme.Theme;
import dev.handlens.ui.theme.Tints;
import java.nio.file.Path;
import java.util.function.Consumer;

/// A program around a window that does nothing.
public final class SampleHost implements ShellHost, FilePicker {
    @Override
    public FilePicker files() {
        return this;
    }

    @Override
    public void chooseTheme(Theme theme) {
        // Nobody chooses.
    }

    @Override
    public void chooseTints(Tints tints) {
        // Nobody chooses.
    }

    @Override
    public void choseSize(int percent) {
        // Nobody chooses.
    }

    @Override
    public void choseFollow(boolean follows) {
        // Nobody chooses.
    }

    @Override
    public void quit() {
        // Nobody leaves.
    }

    @Override
    public String version() {
        return "0.1.0";
    }

    @Override
    public void openScenario(Consumer<Path> chosen) {
        // Nobody asks.
    }

    @Override
    public void saveScenario(String name, Consumer<Path> chosen) {
        // Nobody asks.
    }

    @Override
    public void savePicture(String name, Consumer<Path> chosen) {
        // Nobody asks.
    }
}
