package packaging;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Style sheets in the form that JavaFX reads without parsing: it looks for `x.bss` beside each `x.css`.
///
/// @param modules folder of all modules, JavaFX among them
/// @param work folder for what is made on the way
record StyleSheets(Path modules, Path work) {
    private static final String CONVERTER = "com.sun.javafx.css.parser.Css2Bin";
    private static final String TEXT = ".css";
    private static final String BINARY = ".bss";

    /// Adds the binary form of each style sheet to the jar that has its text. What a sheet imports is read into it.
    void addBinary(Path jar) throws IOException {
        List<String> sheets = unpack(jar);
        for (String sheet : sheets) {
            convert(sheet);
        }
        List<String> arguments = new ArrayList<>(List.of("--update", "--file", jar.toString()));
        sheets.forEach(sheet -> arguments.addAll(List.of("-C", work.toString(), binary(sheet))));
        ToolProvider jarTool = ToolProvider.findFirst("jar").orElseThrow();
        if (!sheets.isEmpty() && jarTool.run(System.out, System.err, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("the binary style sheets could not be added to " + jar);
        }
    }

    private List<String> unpack(Path jar) throws IOException {
        List<String> sheets = new ArrayList<>();
        try (ZipFile from = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : from.stream().filter(entry -> entry.getName().endsWith(TEXT)).toList()) {
                Path file = work.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                try (InputStream text = from.getInputStream(entry)) {
                    Files.copy(text, file);
                }
                sheets.add(entry.getName());
            }
        }
        return sheets;
    }

    private void convert(String sheet) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(java, "-cp", classPath(), CONVERTER, work.resolve(sheet).toString(), work.resolve(binary(sheet)).toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        process.onExit().join();
        if (process.exitValue() != 0 || !said.isBlank()) {
            throw new IllegalStateException("the style sheet " + sheet + " could not be converted: " + said);
        }
    }

    private String classPath() throws IOException {
        try (Stream<Path> jars = Files.list(modules)) {
            return String.join(File.pathSeparator, jars.map(Path::toString).toList());
        }
    }

    private static String binary(String sheet) {
        return sheet.substring(0, sheet.length() - TEXT.length()) + BINARY;
    }
}
