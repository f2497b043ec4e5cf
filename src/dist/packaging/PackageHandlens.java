package packaging;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Packs Handlens. Called by `mvn -Ppackage package`, from the top of the repository.
final class PackageHandlens {
    static final List<String> JVM = List.of("-XX:+UseSerialGC", "-Xmx2g");

    private PackageHandlens() {}

    /// @param args the modules as a module path, the version, and the folder for what is made
    public static void main(String[] args) throws Exception {
        List<Path> jars = Stream.of(args[0].split(File.pathSeparator)).map(Path::of).toList();
        Packaging packaging = new Packaging("handlens", "dev.handlens/dev.handlens.app.Main", jars,
                Stream.concat(JVM.stream(), Stream.of("--enable-native-access=javafx.graphics,dev.handlens", "-Dhandlens.home=$APPDIR")).toList(),
                List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-Dhandlens.rehearsal=use"), List.of("--no-settings"),
                Path.of(args[2]).toAbsolutePath());
        packaging.clean();
        Path scenarios = Files.createDirectories(packaging.content().resolve("scenarios"));
        try (Stream<Path> files = Files.list(Path.of("scenarios"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
                Files.copy(file, scenarios.resolve(file.getFileName()));
            }
        }
        packaging.link();
        packaging.train();
        packaging.image("app-image", List.of("--app-version", args[1]));
    }
}
