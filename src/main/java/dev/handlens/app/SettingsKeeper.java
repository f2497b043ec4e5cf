package dev.handlens.app;

import java.util.function.UnaryOperator;

/// The settings of a running program: changed as the person chooses, written when the window closes.
final class SettingsKeeper {
    private final SettingsFile file;
    private final String notice;
    private final boolean kept;
    private Settings settings;

    SettingsKeeper(SettingsFile file) {
        this.file = file;
        SettingsFile.Loaded loaded = file.load();
        settings = loaded.settings();
        notice = loaded.notice();
        kept = loaded.kept();
    }

    Settings settings() {
        return settings;
    }

    /// What is to be said about the settings as they were read; empty when all is well.
    String notice() {
        return notice;
    }

    void change(UnaryOperator<Settings> change) {
        settings = change.apply(settings);
    }

    /// Writes the settings, unless what has their file's name is something that must not be replaced.
    void save() {
        if (!kept) {
            return;
        }
        String problem = file.save(settings);
        if (!problem.isEmpty()) {
            StandardStreams.error().println(problem);
        }
    }
}
