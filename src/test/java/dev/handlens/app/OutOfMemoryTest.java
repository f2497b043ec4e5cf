package dev.handlens.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// A run that needs more memory than there is, in a process of its own that has very little.
class OutOfMemoryTest {
    @Test
    void runningOutOfMemoryIsOneSentenceWithTheWayOut() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(java, "-XX:+UseSerialGC", "-Xmx24m", "--module-path", System.getProperty("jdk.module.path"),
                "-m", "dev.handlens/dev.handlens.app.Main", "run", "scenarios/testlimit-x64.yaml")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(said).isEqualTo(ExitCode.OUT_OF_MEMORY);
        assertThat(said).hasLineCount(1).startsWith("handlens: Memory ran out").contains("_JAVA_OPTIONS=-Xmx1g handlens FILE");
    }
}
