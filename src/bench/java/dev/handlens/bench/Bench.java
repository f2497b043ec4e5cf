package dev.handlens.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Statistics;

/// Measures everything and writes one Markdown table: `mvn -Pbench verify`. Each part runs in a process of its own. With arguments, only
/// the parts whose names contain one of them. The start is measured where the package was made before.
public final class Bench {
    private static final List<String> HEADLESS = List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-Dprism.lcdtext=false",
            "-Dprism.disableRegionCaching=true", "--enable-native-access=ALL-UNNAMED");

    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final Path PACKAGED = Path.of("target", "package", "handlens", "bin", "handlens");

    /// A measurement with a `main` of its own.
    private record Part(String name, Class<?> main, List<String> options) {}

    private static final List<Part> PARTS = List.of(
            new Part("seek", SeekBench.class, List.of("-Xmx2g", "-XX:+UseSerialGC")),
            new Part("flat", FlatFileBench.class, List.of("-Xmx2g", "-XX:+UseSerialGC")),
            new Part("frames", FrameBench.class, List.of("-Xmx2g", "-XX:+UseSerialGC")),
            new Part("picture", PictureBench.class, List.of("-Xmx1g", "-XX:+UseSerialGC")));

    private final Map<String, Figure> figures = new LinkedHashMap<>();

    /// A figure measured.
    ///
    /// @param median of all measurements
    /// @param count how many
    private record Figure(String unit, double median, double least, double most, long count) {
        @Override
        public String toString() {
            return count == 1 ? number(median) + " " + unit : "%s %s (%s … %s)".formatted(number(median), unit, number(least), number(most));
        }

        static String number(double value) {
            return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 1_000 ? "%.1f" : "%,.0f", value);
        }
    }

    /// @param args names of parts, or none for all
    public static void main(String[] args) throws IOException, InterruptedException, RunnerException {
        List<String> only = List.of(args).stream().filter(arg -> !arg.isBlank()).toList();
        Bench bench = new Bench();
        for (String jmh : List.of("OpenCloseBenchmark", "FillBenchmark", "ForkBenchmark", "GraphBenchmark",
                "TimelineBenchmark")) {
            if (isWanted(only, jmh)) {
                bench.runJmh(jmh);
            }
        }
        for (Part part : PARTS) {
            if (isWanted(only, part.name())) {
                bench.run(part);
            }
        }
        if (isWanted(only, "start") && Files.exists(PACKAGED)) {
            bench.read("start", List.of(JAVA, "src/dist/packaging/StartBench.java"));
        }
        bench.addRatios();
        Path file = Path.of("target", "bench", "performance.md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, bench.table());
        System.out.println(bench.table());
        System.out.println("Written to " + file);
    }

    private static boolean isWanted(List<String> only, String name) {
        return only.isEmpty() || only.stream().anyMatch(part -> name.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT)));
    }

    private void runJmh(String name) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder().include("\\." + name + "\\.").build()).run();
        for (RunResult result : results) {
            String label = result.getParams().getBenchmark();
            Statistics statistics = result.getPrimaryResult().getStatistics();
            figures.put(label.substring(label.lastIndexOf('.', label.lastIndexOf('.') - 1) + 1).replace("Benchmark", ""),
                    new Figure(result.getPrimaryResult().getScoreUnit().replace("/op", ""), statistics.getPercentile(50), statistics.getMin(),
                            statistics.getMax(), statistics.getN()));
        }
    }

    private void run(Part part) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(HEADLESS);
        command.addAll(part.options());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), part.main().getName()));
        read(part.name(), command);
    }

    private void read(String name, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                System.out.println(line);
                if (line.startsWith(Figures.MARK)) {
                    String[] fields = line.substring(Figures.MARK.length()).split("\t");
                    figures.put(fields[0], new Figure(fields[1], Double.parseDouble(fields[2]), Double.parseDouble(fields[3]),
                            Double.parseDouble(fields[4]), Long.parseLong(fields[5])));
                }
            }
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException(name + " failed");
        }
    }

    /// What is quoted is how much faster we are than the peer in the same run.
    private void addRatios() {
        ratio("open + close, times faster than the map", "OpenClose.map", "OpenClose.kernel");
        ratio("fill to the limit, times faster than the map", "Fill.map", "Fill.kernel");
    }

    private void ratio(String name, String peer, String ours) {
        Figure slow = figures.get(peer);
        Figure fast = figures.get(ours);
        if (slow != null && fast != null) {
            figures.put(name, new Figure("×", slow.median() / fast.median(), slow.least() / fast.most(), slow.most() / fast.least(), 3));
        }
    }

    private String table() throws IOException {
        StringBuilder text = new StringBuilder("| what | measured: median (least … most) |\n| --- | --- |\n");
        figures.forEach((name, figure) -> text.append("| ").append(name).append(" | ").append(figure).append(" |\n"));
        return text.append("\n").append(machine()).append("\n").toString();
    }

    private static String machine() throws IOException {
        Path cpu = Path.of("/proc/cpuinfo");
        String model = Files.exists(cpu)
                ? Files.readAllLines(cpu).stream().filter(line -> line.startsWith("model name")).findFirst().map(line -> line.split(":")[1].strip())
                        .orElse("unknown") : System.getProperty("os.arch");
        return "Machine: %s, %d processors, %s %s, Java %s, no graphics card.".formatted(model, Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"), System.getProperty("os.version"), System.getProperty("java.version"));
    }
}
