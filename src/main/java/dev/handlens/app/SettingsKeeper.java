package dev.handlens.app;

import java.util.function.UnaryOperator;

/// The settings of a running program: changed as the person chooses, written when the window closes.
final class SettingsKeeper {
    private final SettingsFile file;
    private final String notice;
    private Settings settings;

    SettingsKeeper(SettingsFile file) {
        this.file = file;
        SettingsFile.Loaded loaded = file.load();
        settings = loaded.settings();
        notice = loaded.notice();
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

    void save() {
        String problem = file.save(settings);
        if (!problem.isEmpty()) {
            System.err.println(problem);
        }
    }
}
