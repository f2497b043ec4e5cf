package dev.handlens.ui.shell;

import dev.handlens.ui.dialogs.KeysSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import javafx.scene.input.KeyEvent;

/// Everything that has a key: the one table from which the keys, the menu and the sheet of keys are made. Where Process Explorer has the
/// same feature, it has the same key.
public enum Shortcut {
    OPEN(Group.FILE, "Open a scenario…", "Ctrl+O", KeyCode.O, KeyCombination.SHORTCUT_DOWN),
    SAVE_AS(Group.FILE, "Save the run as a scenario…", "Ctrl+S", KeyCode.S, KeyCombination.SHORTCUT_DOWN),
    PICTURE(Group.FILE, "Save a picture of the window…", "Ctrl+P", KeyCode.P, KeyCombination.SHORTCUT_DOWN),
    QUIT(Group.FILE, "Quit", "Ctrl+Q", KeyCode.Q, KeyCombination.SHORTCUT_DOWN),

    PLAY(Group.RUN, "Play or pause", "Space", KeyCode.SPACE),
    STEP_ON(Group.RUN, "One step on", "→", KeyCode.RIGHT),
    STEP_BACK(Group.RUN, "One step back", "←", KeyCode.LEFT),
    NEXT_CHANGE(Group.RUN, "Next change of the selected thing", "Shift+→", KeyCode.RIGHT, KeyCombination.SHIFT_DOWN),
    PREVIOUS_CHANGE(Group.RUN, "Previous change of the selected thing", "Shift+←", KeyCode.LEFT, KeyCombination.SHIFT_DOWN),
    FIRST(Group.RUN, "To the beginning", "Home", KeyCode.HOME),
    LAST(Group.RUN, "To the end", "End", KeyCode.END),
    NEXT_CHAPTER(Group.RUN, "Next titled step", "Ctrl+→", KeyCode.RIGHT, KeyCombination.SHORTCUT_DOWN),
    PREVIOUS_CHAPTER(Group.RUN, "Previous titled step", "Ctrl+←", KeyCode.LEFT, KeyCombination.SHORTCUT_DOWN),
    REFRESH(Group.RUN, "Refresh", "F5", KeyCode.F5),
    STOP(Group.RUN, "Stop what takes long, or leave presentation", "Esc", KeyCode.ESCAPE),

    FILTER(Group.VIEW, "Filter the handles", "Ctrl+F", KeyCode.F, KeyCombination.SHORTCUT_DOWN),
    STILL_OPEN(Group.VIEW, "Handles that are still open only", "Ctrl+Shift+O", KeyCode.O, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
    TREE(Group.VIEW, "Processes as a tree or as a list", "Ctrl+T", KeyCode.T, KeyCombination.SHORTCUT_DOWN),
    LOWER_PANE(Group.VIEW, "Show or hide the lower pane", "Ctrl+L", KeyCode.L, KeyCombination.SHORTCUT_DOWN),
    TABLE(Group.VIEW, "Handles, or the handle table as a picture", "Ctrl+B", KeyCode.B, KeyCombination.SHORTCUT_DOWN),
    RESET_LAYOUT(Group.VIEW, "Reset layout: all dividers to their usual places", "Ctrl+Shift+L", KeyCode.L, KeyCombination.SHORTCUT_DOWN,
            KeyCombination.SHIFT_DOWN),
    FIND(Group.VIEW, "Find a handle by its value", "Ctrl+Shift+F", KeyCode.F, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
    FOLLOW(Group.VIEW, "Follow changes: scroll to the step's rows", "Ctrl+J", KeyCode.J, KeyCombination.SHORTCUT_DOWN),
    LARGER(Group.VIEW, "Everything larger", "Ctrl++", List.of(
            shortcut(KeyCode.PLUS), shortcut(KeyCode.ADD), shortcut(KeyCode.EQUALS),
            new KeyCodeCombination(KeyCode.PLUS, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
            new KeyCodeCombination(KeyCode.EQUALS, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN))),
    SMALLER(Group.VIEW, "Everything smaller", "Ctrl+−", List.of(shortcut(KeyCode.MINUS), shortcut(KeyCode.SUBTRACT))),
    USUAL_SIZE(Group.VIEW, "Everything in its usual size", "Ctrl+0", List.of(shortcut(KeyCode.DIGIT0), shortcut(KeyCode.NUMPAD0))),
    PRESENT(Group.VIEW, "Presentation: the step's panes, full screen", "F11", KeyCode.F11),

    CLOSE(Group.MACHINE, "Close the handle, or end the process", "Del", KeyCode.DELETE),
    UNDO(Group.MACHINE, "Undo your last change", "Ctrl+Z", KeyCode.Z, KeyCombination.SHORTCUT_DOWN),

    KEYS(Group.HELP, "Keys", "F1", KeyCode.F1);

    /// Shortcuts that belong together.
    public enum Group {
        FILE("File"), RUN("Run"), VIEW("View"), MACHINE("Handles and processes"), HELP("Help");

        private final String words;

        Group(String words) {
            this.words = words;
        }

        /// The heading.
        public String words() {
            return words;
        }
    }

    private final Group group;
    private final String words;
    private final String keys;
    private final List<KeyCombination> combinations;

    Shortcut(Group group, String words, String keys, KeyCode code, Modifier... modifiers) {
        this(group, words, keys, List.of(new KeyCodeCombination(code, modifiers)));
    }

    Shortcut(Group group, String words, String keys, List<KeyCombination> combinations) {
        this.group = group;
        this.words = words;
        this.keys = keys;
        this.combinations = combinations;
    }

    private static KeyCombination shortcut(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }

    public Group group() {
        return group;
    }

    /// What it does, as a menu says it.
    public String words() {
        return words;
    }

    /// Its keys as a person reads them.
    public String keys() {
        return keys;
    }

    /// The shortcut that a key event means.
    public static Optional<Shortcut> of(KeyEvent event) {
        for (Shortcut shortcut : values()) {
            if (shortcut.combinations.stream().anyMatch(combination -> combination.match(event))) {
                return Optional.of(shortcut);
            }
        }
        return Optional.empty();
    }

    /// Whether it is a key that a table would use for itself and the run needs more: stepping and playing work wherever the focus is.
    boolean goesBeforeTables() {
        return switch (this) {
            case PLAY, STEP_ON, STEP_BACK, NEXT_CHANGE, PREVIOUS_CHANGE, NEXT_CHAPTER, PREVIOUS_CHAPTER, LARGER, SMALLER, USUAL_SIZE -> true;
            case OPEN, SAVE_AS, PICTURE, QUIT, FIRST, LAST, REFRESH, STOP, FILTER, STILL_OPEN, TREE, LOWER_PANE, TABLE, RESET_LAYOUT, FIND, FOLLOW, PRESENT, CLOSE, UNDO, KEYS ->
                false;
        };
    }

    /// Whether it works while a person writes into a field: keys that write or move the cursor there do not.
    boolean worksWhileWriting() {
        return switch (this) {
            case OPEN, SAVE_AS, PICTURE, QUIT, REFRESH, STOP, FILTER, STILL_OPEN, TREE, LOWER_PANE, TABLE, RESET_LAYOUT, FIND, FOLLOW, LARGER, SMALLER, USUAL_SIZE, PRESENT,
                    KEYS -> true;
            case PLAY, STEP_ON, STEP_BACK, NEXT_CHANGE, PREVIOUS_CHANGE, NEXT_CHAPTER, PREVIOUS_CHAPTER, FIRST, LAST, CLOSE, UNDO -> false;
        };
    }

    /// All shortcuts, for the sheet of keys.
    static List<KeysSheet.Group> sheet() {
        List<KeysSheet.Group> groups = new ArrayList<>();
        for (Group group : Group.values()) {
            List<KeysSheet.Key> keys = new ArrayList<>();
            for (Shortcut shortcut : values()) {
                if (shortcut.group == group) {
                    keys.add(new KeysSheet.Key(shortcut.keys, shortcut.words.replace("…", "")));
                }
            }
            groups.add(new KeysSheet.Group(group.words, keys));
        }
        return groups;
    }
}
