package dev.handlens.app;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// The file that settings are kept in. Reading never fails a start, and writing never leaves half a file.
public final class SettingsFile {
    /// A settings file has a few hundred bytes; something far larger is not one.
    private static final long LARGEST = 1 << 20;

    private final Path file;

    /// @param file the file, which need not exist; null for settings that are not kept
    public SettingsFile(Path file) {
        this.file = file;
    }

    /// Settings with what is to be said about them.
    ///
    /// @param settings the settings
    /// @param notice one sentence for the person; empty when all is well
    public record Loaded(Settings settings, String notice) {}

    /// Reads the settings; defaults when there are none.
    public Loaded load() {
        if (file == null || !Files.exists(file)) {
            return new Loaded(Settings.DEFAULTS, "");
        }
        try {
            if (Files.size(file) > LARGEST) {
                return defaults("is too large for a settings file");
            }
            SettingsText.Parsed parsed = SettingsText.parse(Files.readString(file));
            return new Loaded(parsed.settings(), parsed.unreadable().isEmpty() ? "" : "Some settings in " + file
                    + " could not be read and have their default: " + String.join(", ", parsed.unreadable()) + ".");
        } catch (IOException | IllegalArgumentException bad) {
            return defaults("could not be read");
        }
    }

    /// Writes the settings: to a neighbouring file first, which then takes the place of the old one.
    ///
    /// @return one sentence for the person when they could not be kept; empty when all is well
    public String save(Settings settings) {
        if (file == null) {
            return "";
        }
        Path absolute = file.toAbsolutePath();
        try {
            Files.createDirectories(absolute.getParent());
            Path fresh = Files.createTempFile(absolute.getParent(), absolute.getFileName().toString(), ".new");
            try {
                Files.writeString(fresh, SettingsText.format(settings));
                replace(fresh, absolute);
            } finally {
                Files.deleteIfExists(fresh);
            }
            return "";
        } catch (IOException failed) {
            return "Settings could not be kept in " + file + "; choose another place with --settings, or --no-settings.";
        }
    }

    private static void replace(Path fresh, Path old) throws IOException {
        try {
            Files.move(fresh, old, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException otherFileSystem) {
            Files.move(fresh, old, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Loaded defaults(String why) {
        return new Loaded(Settings.DEFAULTS,
                "The settings file " + file + " " + why + "; default settings are used, and it will be replaced.");
    }
}
