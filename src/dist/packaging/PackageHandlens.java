package packaging;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Packs Handlens as a folder that needs no JDK, and where `dpkg-deb` is installed as a Debian package. `mvn -Ppackage package` calls it, from
/// the top of the repository.
final class PackageHandlens {
    /// For every program that is packed here, the bare window that starts are compared with among them.
    static final List<String> JVM = List.of("-XX:+UseSerialGC", "-XX:MetaspaceSize=64m", "-Xmx2g");
    private static final Path HERE = Path.of("src", "dist", "packaging");
    private static final Path ICON = Path.of("resources", "handlens", "icon", "handlens.svg");

    private PackageHandlens() {}

    /// @param args the modules as a module path, the version, and the folder for what is made
    public static void main(String[] args) throws IOException {
        List<Path> jars = Stream.of(args[0].split(File.pathSeparator)).map(Path::of).toList();
        String version = args[1];
        Packaging packaging = new Packaging("handlens", "dev.handlens/dev.handlens.app.Main", version + build(), jars,
                with(JVM, "--enable-native-access=javafx.graphics,dev.handlens", "-Dhandlens.home=$APPDIR"),
                List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-Dhandlens.rehearsal=use"), List.of("--no-settings"),
                Path.of(args[2]).toAbsolutePath());
        packaging.clean();
        addScenarios(Files.createDirectories(packaging.content().resolve("scenarios")));
        Files.copy(Path.of("LICENSE"), packaging.content().resolve("LICENSE"));
        Path desktop = Files.createDirectories(packaging.content().resolve("desktop"));
        for (Path file : List.of(HERE.resolve("desktop/handlens.desktop"), HERE.resolve("desktop/handlens.xml"), ICON)) {
            Files.copy(file, desktop.resolve(file.getFileName()));
        }
        packaging.link();
        packaging.train();
        List<String> look = List.of("--app-version", version, "--icon", HERE.resolve("handlens.png").toString(),
                "--description", "A hand lens for kernel handles", "--vendor", "Handlens");
        packaging.image(look);
        if (onPath("dpkg-deb") && onPath("fakeroot")) {
            packaging.installer("deb", with(look, "--resource-dir", HERE.resolve("deb").toString(),
                    "--linux-app-category", "devel", "--linux-deb-maintainer", "handlens@example.org",
                    "--license-file", "LICENSE"));
        } else {
            System.out.println("No Debian package was made: it needs dpkg-deb and fakeroot; sudo apt install dpkg fakeroot.");
        }
    }

    private static void addScenarios(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("scenarios"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    /// The commit, as the build part of a version; empty outside a repository.
    private static String build() {
        try {
            Process git = new ProcessBuilder("git", "describe", "--always", "--exclude=*", "--abbrev=12", "--dirty=.changed")
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            String commit = new String(git.getInputStream().readAllBytes()).strip();
            return commit.isEmpty() ? "" : "+" + commit;
        } catch (IOException noGit) {
            return "";
        }
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator)).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static List<String> with(List<String> some, String... more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return all;
    }
}
