package dev.handlens.app;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The real program as a process of its own, started by its launcher through a shell: a program folder whose `lib` has the compiled
/// classes and the libraries of the test.
final class RealProgram {
    private static final long PATIENCE_SECONDS = 60;

    private final Path home;

    /// What a process left.
    ///
    /// @param code exit code; -1 when it had to be stopped
    record Result(int code, String out, String err) {}

    /// @param folder an empty folder
    RealProgram(Path folder) throws IOException {
        home = folder;
        Path bin = Files.createDirectory(folder.resolve("bin"));
        Files.copy(Path.of("src", "dist", "bin", "handlens"), bin.resolve("handlens"));
        bin.resolve("handlens").toFile().setExecutable(true);
        Path lib = Files.createDirectory(folder.resolve("lib"));
        for (String entry : System.getProperty("jdk.module.path").split(File.pathSeparator)) {
            Path path = Path.of(entry).toAbsolutePath();
            copy(path, lib.resolve(path.getFileName()));
        }
        copy(Path.of("scenarios").toAbsolutePath(), folder.resolve("scenarios"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    /// Runs a line of shell in which `$handlens` is the launcher.
    ///
    /// @param in the current folder
    /// @param environment variables, added to those of the test; none of the locale's is passed on
    Result shell(Path in, Map<String, String> environment, String line) throws Exception {
        Path out = Files.createTempFile("handlens", ".out");
        Path err = Files.createTempFile("handlens", ".err");
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", line).directory(in.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG") || name.equals("DISPLAY"));
        builder.environment().put("handlens", home.resolve("bin").resolve("handlens").toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        Result result = new Result(ended ? process.exitValue() : -1, new String(Files.readAllBytes(out), StandardCharsets.UTF_8),
                new String(Files.readAllBytes(err), StandardCharsets.UTF_8));
        Files.delete(out);
        Files.delete(err);
        return result;
    }
}
