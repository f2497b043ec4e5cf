package dev.handlens.scenario;

import java.util.List;
import java.util.Locale;

/// Turns names as Win32 programs write them into the paths of the object namespace that the Win32 calls make of them. A name that begins
/// with one backslash is such a path already.
final class Win32Names {
    /// A hive, as programs write it, and its place in the object namespace.
    private record Hive(String name, String path) {}

    /// The profile has one user, the first that Windows makes.
    private static final String USER = "\\REGISTRY\\USER\\S-1-5-21-1000";
    private static final List<Hive> HIVES = List.of(
            new Hive("HKLM", "\\REGISTRY\\MACHINE"), new Hive("HKEY_LOCAL_MACHINE", "\\REGISTRY\\MACHINE"),
            new Hive("HKU", "\\REGISTRY\\USER"), new Hive("HKEY_USERS", "\\REGISTRY\\USER"),
            new Hive("HKCU", USER), new Hive("HKEY_CURRENT_USER", USER),
            new Hive("HKCR", "\\REGISTRY\\MACHINE\\Software\\Classes"),
            new Hive("HKEY_CLASSES_ROOT", "\\REGISTRY\\MACHINE\\Software\\Classes"));

    private Win32Names() {}

    /// The path of an event, mutex, semaphore, timer or file mapping: `Ready` and `Global\Ready` are `\BaseNamedObjects\Ready`.
    static String object(String name) {
        if (name == null || name.startsWith("\\")) {
            return name;
        }
        String bare = name.startsWith("Global\\") || name.startsWith("Local\\") ? name.substring(name.indexOf('\\') + 1) : name;
        return "\\BaseNamedObjects\\" + bare;
    }

    /// The path of a file or device: `C:\log.txt` is `\??\C:\log.txt`, `\\.\Gizmo` is `\??\Gizmo`, `\\server\share` is
    /// `\??\UNC\server\share`.
    static String file(String path) {
        if (path.startsWith("\\\\.\\") || path.startsWith("\\\\?\\")) {
            return "\\??\\" + path.substring(4);
        }
        if (path.startsWith("\\\\")) {
            return "\\??\\UNC\\" + path.substring(2);
        }
        return path.startsWith("\\") ? path : "\\??\\" + path;
    }

    /// The path of a registry key: `HKLM\Software` is `\REGISTRY\MACHINE\Software`.
    static String key(String path) {
        for (Hive hive : HIVES) {
            boolean inHive = path.toUpperCase(Locale.ROOT).startsWith(hive.name() + "\\");
            if (inHive || path.equalsIgnoreCase(hive.name())) {
                return hive.path() + path.substring(hive.name().length());
            }
        }
        return path;
    }
}
