package packaging;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// Compares the start of the packaged Handlens, up to its first full frame, with that of a bare JavaFX window packaged the same way. After
/// `mvn -DskipTests -Ppackage package`, from the top of the repository: `java src/dist/packaging/StartBench.java [RUNS]`. On the headless
/// platform, or where `DISPLAY` is set on that display.
final class StartBench {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final Path WORK = Path.of("target", "bare").toAbsolutePath();

    private StartBench() {}

    public static void main(String[] args) throws IOException {
        int runs = args.length == 0 ? 10 : Integer.parseInt(args[0]);
        packBareWindow();
        List<String> handlens = List.of(Path.of("target", "package", "handlens", "bin", "handlens").toString(), "--no-settings");
        List<String> bare = List.of(WORK.resolve("bare").resolve("bin").resolve("bare").toString());
        List<Double> ours = new ArrayList<>();
        List<Double> least = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            ours.add(start(handlens));
            least.add(start(bare));
        }
        tell("start to the first frame", "ms", ours);
        tell("start of a bare window, packaged the same way", "ms", least);
        tell("start, times that of a bare window", "×", List.of(median(ours) / median(least)));
    }

    /// Milliseconds from the start of a process to its first frame.
    private static double start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        String screen = System.getenv("DISPLAY") == null ? " -Dglass.platform=Headless" : "";
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Dhandlens.rehearsal=frame -Dprism.order=sw" + screen);
        long before = System.nanoTime();
        Process process = builder.start();
        try (BufferedReader said = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.equals("first frame")) {
                    double millis = (System.nanoTime() - before) / NANOS_PER_MILLI;
                    process.onExit().join();
                    return millis;
                }
            }
        }
        throw new IllegalStateException(String.join(" ", command) + " drew no frame");
    }

    private static void packBareWindow() throws IOException {
        List<Path> jars = new ArrayList<>();
        try (Stream<Path> all = Files.list(Path.of("target", "package", "modules"))) {
            all.filter(jar -> jar.getFileName().toString().startsWith("javafx")).forEach(jars::add);
        }
        Path natives = Path.of("target", "package", "natives");
        Path jar = Path.of("target", "bare-window.jar");
        Packaging packaging = new Packaging("bare", "bare/bare.BareWindow", "1", Stream.concat(Stream.of(jar), jars.stream()).toList(),
                Stream.concat(PackageHandlens.JVM.stream(), Stream.of("--enable-native-access=javafx.graphics")).toList(),
                List.of("-Dglass.platform=Headless", "-Dprism.order=sw"), List.of(), WORK);
        packaging.clean();
        Path classes = WORK.resolve("classes");
        Path source = Path.of("src", "dist", "packaging", "bare");
        run("javac", "-d", classes.toString(), "--module-path", String.join(File.pathSeparator, jars.stream().map(Path::toString).toList()),
                source.resolve("module-info.java").toString(), source.resolve("bare").resolve("BareWindow.java").toString());
        run("jar", "--create", "--file", jar.toString(), "-C", classes.toString(), ".");
        Files.createDirectories(WORK.resolve("natives"));
        try (Stream<Path> libraries = Files.list(natives)) {
            for (Path library : libraries.toList()) {
                Files.copy(library, WORK.resolve("natives").resolve(library.getFileName()));
            }
        }
        packaging.link();
        packaging.train();
        packaging.image(List.of());
    }

    private static void run(String tool, String... arguments) {
        if (ToolProvider.findFirst(tool).orElseThrow().run(System.out, System.err, arguments) != 0) {
            throw new IllegalStateException(tool + " failed");
        }
    }

    /// In the form that the bench reads.
    private static void tell(String name, String unit, List<Double> values) {
        System.out.printf(Locale.ROOT, "figure\t%s\t%s\t%.3f\t%.3f\t%.3f\t%d%n", name, unit, median(values), Collections.min(values),
                Collections.max(values), values.size());
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
