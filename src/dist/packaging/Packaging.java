package packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// Makes a program that needs no JDK out of modules: a runtime with just what they need (`jlink`), a cache of loaded and linked classes
/// (`java -XX:AOTCacheOutput`), and around both a program folder or an installer (`jpackage`).
///
/// @param name name of the program and of its command
/// @param main module and main class, as `java -m` takes them
/// @param version version of the main module
/// @param jars the modules, that of the program first
/// @param options options for the JVM; `$APPDIR` in them is the folder that the content goes to
/// @param training further options for the run whose classes go into the cache
/// @param arguments arguments of that run
/// @param work folder for all that is made; emptied first
record Packaging(
        String name, String main, String version, List<Path> jars, List<String> options, List<String> training, List<String> arguments, Path work) {
    private static final String APPDIR = "$APPDIR";

    /// What goes into the program's folder beside the runtime: put files here after [#clean] and before [#image].
    Path content() {
        return work.resolve("content");
    }

    private Path runtime() {
        return work.resolve("runtime");
    }

    private Path cache() {
        return content().resolve(name + ".aot");
    }

    /// Takes away what an earlier run has made: the tools refuse to write over it.
    void clean() throws IOException {
        if (Files.exists(work)) {
            try (Stream<Path> files = Files.walk(work)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(content());
    }

    /// Makes the runtime. Native libraries lie beside Java's own; inside a module JavaFX would unpack them to the user's home at each start.
    void link() throws IOException {
        Path modules = work.resolve("modules");
        Path natives = work.resolve("natives");
        for (Path jar : jars) {
            ModuleJar.copy(jar, modules, natives);
        }
        new StyleSheets(modules, work.resolve("styles")).addBinary(modules.resolve(jars.getFirst().getFileName()));
        run("jar", List.of("--update", "--file", modules.resolve(jars.getFirst().getFileName()).toString(), "--module-version", version));
        // Line numbers stay in, for reports of failures. Nothing is compressed: an installer compresses better, and starts are shorter. That is
        // so without --compress; zip-0 would put each resource into a zip stream of its own, which has to be read.
        run("jlink", List.of("--module-path", modules.toString(), "--add-modules", main.substring(0, main.indexOf('/')),
                "--no-header-files", "--no-man-pages", "--output", runtime().toString()));
        try (Stream<Path> libraries = Files.list(natives)) {
            for (Path library : libraries.toList()) {
                Files.copy(library, runtime().resolve("lib").resolve(library.getFileName()));
            }
        }
    }

    /// Runs the program once and keeps what it loaded. The JVM takes the cache only with the runtime it was made with.
    void train() throws IOException {
        List<String> command = new ArrayList<>(List.of(runtime().resolve("bin").resolve("java").toString(), "-Xlog:aot*=error"));
        for (String option : options) {
            command.add(option.replace(APPDIR, content().toString()));
        }
        command.addAll(training);
        // Profiles in the cache let the compilers begin all at once, beside the two threads that draw the first frame: on two cores that frame
        // comes a tenth later.
        command.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining"));
        command.addAll(List.of("-XX:AOTCacheOutput=" + cache(), "-m", main));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (exitCode(process) != 0 || !Files.exists(cache())) {
            throw new IllegalStateException("the training run failed: " + String.join(" ", command) + System.lineSeparator() + said);
        }
    }

    /// Makes the program's folder.
    ///
    /// @param more further options for `jpackage`
    void image(List<String> more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--type", "app-image", "--name", name, "--module", main,
                "--runtime-image", runtime().toString(), "--input", content().toString(), "--dest", work.toString()));
        arguments.addAll(more);
        run("jpackage", arguments);
        replaceLauncher();
    }

    /// Makes an installer of the program's folder.
    ///
    /// @param type `deb` …
    /// @param more further options for `jpackage`
    void installer(String type, List<String> more) {
        List<String> arguments = new ArrayList<>(List.of("--type", type, "--name", name, "--app-image", work.resolve(name).toString(),
                "--dest", work.toString()));
        arguments.addAll(more);
        run("jpackage", arguments);
    }

    /// jpackage's own launcher asks dpkg and rpm at every start which package it belongs to, which takes longer than Java does.
    private void replaceLauncher() throws IOException {
        StringBuilder java = new StringBuilder();
        Stream.concat(options.stream(), Stream.of("-XX:AOTCache=" + APPDIR + "/" + cache().getFileName()))
                .forEach(option -> java.append(" \"").append(option.replace(APPDIR, "$home/lib/app")).append('"'));
        Path launcher = work.resolve(name).resolve("bin").resolve(name);
        Files.writeString(launcher, """
                #!/bin/sh
                home=$(dirname -- "$(dirname -- "$(readlink -f -- "$0")")")
                # The JDK reads names of files in the encoding of the locale, and the C locale has ASCII alone.
                case $(locale charmap 2>/dev/null) in
                    ANSI_X3.4-1968) export LC_ALL=C.UTF-8 ;;
                esac
                if ! /bin/pwd >/dev/null 2>&1; then
                    echo "%s: the current folder no longer exists; change to another one." >&2
                    exit 2
                fi
                exec "$home/lib/runtime/bin/java"%s -m %s "$@"
                """.formatted(name, java, main));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.delete(work.resolve(name).resolve("lib").resolve("libapplauncher.so"));
        Files.delete(work.resolve(name).resolve("lib").resolve("app").resolve(name + ".cfg"));
    }

    private static int exitCode(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            process.destroy();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private static void run(String tool, List<String> arguments) {
        ToolProvider provider = ToolProvider.findFirst(tool).orElseThrow(() -> new IllegalStateException("this JDK has no " + tool));
        int code = provider.run(System.out, System.err, arguments.toArray(String[]::new));
        if (code != 0) {
            throw new IllegalStateException(tool + " failed: " + String.join(" ", arguments));
        }
    }
}
