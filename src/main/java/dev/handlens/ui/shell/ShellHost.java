package dev.handlens.ui.shell;

import dev.handlens.ui.theme.Theme;
import dev.handlens.ui.theme.Tints;

/// What the shell asks of the program around it, beyond wishes about the run.
public interface ShellHost {
    /// How files are asked for.
    FilePicker files();

    /// The person wants another theme: put it into force and remember it.
    void chooseTheme(Theme theme);

    /// The person wants other tints: put them into force and remember them.
    void chooseTints(Tints tints);

    /// The person wants another size of everything: remember it. The shell has it in force already.
    ///
    /// @param percent 100 to 300
    void choseSize(int percent);

    /// The person wants lists to scroll to what a step changed, or not: remember it. The shell has it in force already.
    void choseFollow(boolean follows);

    /// The person wants to leave.
    void quit();

    /// Version of the program, such as `0.1.0`.
    String version();
}
