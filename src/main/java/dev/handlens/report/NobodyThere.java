package dev.handlens.report;

import dev.handlens.ui.shell.FilePicker;
import dev.handlens.ui.shell.ShellHost;
import dev.handlens.ui.theme.Theme;
import dev.handlens.ui.theme.Tints;
import java.nio.file.Path;
import java.util.function.Consumer;

/// The program around a window that nobody uses because it is only drawn.
final class NobodyThere implements ShellHost, FilePicker {
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
        return "";
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
