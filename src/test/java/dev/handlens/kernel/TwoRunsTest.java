package dev.handlens.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two starts of Java that have nothing in common but the program: identity hashes, memory, collector, language, place and time differ.
class TwoRunsTest {
    private static final long SECONDS = 120;

    @Test
    void theSameProgramsHaveTheSameStateAfterEveryStepInTwoStartsOfJava(@TempDir Path folder) throws Exception {
        Process one = start(folder.resolve("one"), "-Xmx1g", "-XX:+UseParallelGC", "-Duser.language=en", "-Duser.timezone=UTC");
        Process two = start(folder.resolve("two"), "-Xmx160m", "-XX:+UseSerialGC", "-XX:+UnlockExperimentalVMOptions", "-XX:hashCode=2",
                "-Duser.language=tr", "-Duser.country=TR", "-Duser.timezone=Pacific/Apia", "-Dfile.encoding=ISO-8859-1");

        List<String> first = chain(one, folder.resolve("one"));
        List<String> second = chain(two, folder.resolve("two"));

        assertThat(first).hasSizeGreaterThan(10_000).anyMatch(line -> line.startsWith("tour.yaml step 1 "));
        for (int i = 0; i < Math.min(first.size(), second.size()); i++) {
            assertThat(second.get(i)).as("the first state that differs").isEqualTo(first.get(i));
        }
        assertThat(second).hasSameSizeAs(first);
    }

    private static Process start(Path chain, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", classPath(), StateChains.class.getName(), chain.toString()));
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log(chain).toFile()).start();
    }

    private static Path log(Path chain) {
        return chain.resolveSibling(chain.getFileName() + ".log");
    }

    /// Everything that these tests run with, wherever Maven has put it: on the class path or on the module path.
    private static String classPath() {
        Stream<String> paths = Stream.of("java.class.path", "jdk.module.path", "surefire.test.class.path").map(System::getProperty);
        return Stream.concat(Stream.of("target/test-classes", "target/classes"), paths.filter(Objects::nonNull))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static List<String> chain(Process process, Path chain) throws Exception {
        boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        String said = Files.readString(log(chain));
        assertThat(ended).as("ended within " + SECONDS + " s: " + said).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return Files.readAllLines(chain);
    }
}
