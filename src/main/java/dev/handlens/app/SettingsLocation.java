package dev.handlens.app;

import java.nio.file.Path;
import java.util.Map;

/// Where settings are kept when the command line does not say.
public final class SettingsLocation {
    private static final String FILE = "settings.properties";

    private SettingsLocation() {}

    /// The file of the person who runs this program.
    public static Path usual() {
        return of(System.getenv(), System.getProperty("user.home"), System.getProperty("os.name"));
    }

    /// `%APPDATA%` on Windows, `$XDG_CONFIG_HOME` elsewhere, each with its usual default. The XDG specification has relative paths
    /// ignored.
    ///
    /// @param environment environment variables
    /// @param home the person's home folder
    /// @param system name of the operating system
    static Path of(Map<String, String> environment, String home, String system) {
        boolean windows = system.startsWith("Windows");
        String named = environment.getOrDefault(windows ? "APPDATA" : "XDG_CONFIG_HOME", "");
        Path usual = windows ? Path.of(home, "AppData", "Roaming") : Path.of(home, ".config");
        Path base = named.isEmpty() || !Path.of(named).isAbsolute() ? usual : Path.of(named);
        return base.resolve("handlens").resolve(FILE);
    }
}
