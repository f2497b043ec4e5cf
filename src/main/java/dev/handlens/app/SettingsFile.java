package dev.handlens.app;

import dev.handlens.source.FileProblem;
import dev.handlens.source.InputFile;
import dev.handlens.source.VisibleText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// The file that settings are kept in. Reading never fails a start, and writing never leaves half a file. A file with other content is not
/// written: `--settings` may name one by mistake.
public final class SettingsFile {
    /// A settings file has a few hundred bytes; something far larger is not one.
    private static final int LARGEST = 1 << 20;

    private final Path file;

    /// @param file the file, which need not exist; null for settings that are not kept
    public SettingsFile(Path file) {
        this.file = file;
    }

    /// Settings with what is to be said about them.
    ///
    /// @param settings the settings
    /// @param notice one sentence for the person; empty when all is well
    /// @param kept whether settings may be written there
    public record Loaded(Settings settings, String notice, boolean kept) {}

    /// Reads the settings; defaults when there are none.
    public Loaded load() {
        if (file == null || !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return new Loaded(Settings.DEFAULTS, "", true);
        }
        try {
            InputFile.checkRegular(file);
            if (Files.size(file) > LARGEST) {
                return defaults("is too large for a settings file");
            }
            String text = InputFile.readText(file, LARGEST);
            if (!SettingsText.isSettings(text)) {
                return defaults("has no settings in it");
            }
            SettingsText.Parsed parsed = SettingsText.parse(text);
            return new Loaded(parsed.settings(), parsed.unreadable().isEmpty() ? "" : "Some settings in " + shown()
                    + " could not be read and have their default: " + VisibleText.line(String.join(", ", parsed.unreadable())) + ".", true);
        } catch (NoSuchFileException dangling) {
            // A link whose target is still to be written.
            return new Loaded(Settings.DEFAULTS, "", true);
        } catch (FileSystemException unreachable) {
            return new Loaded(Settings.DEFAULTS, "The settings file " + shown() + " cannot be read (" + FileProblem.reason(unreachable)
                    + "); default settings are used and not kept. Choose another file with --settings.", false);
        } catch (IOException | IllegalArgumentException bad) {
            return defaults("could not be read");
        }
    }

    /// Writes the settings.
    ///
    /// @return one sentence for the person when they could not be kept; empty when all is well
    public String save(Settings settings) {
        if (file == null) {
            return "";
        }
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            AtomicFile.write(file, out -> {
                out.write(SettingsText.format(settings).getBytes(StandardCharsets.UTF_8));
                return true;
            });
            return "";
        } catch (IOException failed) {
            return "Settings could not be kept in " + shown() + " (" + FileProblem.reason(failed)
                    + "); choose another file with --settings, or --no-settings.";
        }
    }

    private String shown() {
        return VisibleText.line(file.toString());
    }

    private Loaded defaults(String why) {
        return new Loaded(Settings.DEFAULTS,
                "The settings file " + shown() + " " + why + "; default settings are used, and it is left as it is. Choose another file with "
                        + "--settings, or delete this one.", false);
    }
}
