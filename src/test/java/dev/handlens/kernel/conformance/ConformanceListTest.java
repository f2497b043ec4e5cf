package dev.handlens.kernel.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The list of cases that readers see, `docs/conformance.md`, against the tests.
class ConformanceListTest {
    private static final Pattern LINK = Pattern.compile("\\[`o(\\d\\d)(\\w+)`]\\(\\.\\./(\\S+?)\\)");

    @Test
    void theListHasAllFortyCasesAndNamesTestsThatExist() throws IOException {
        TreeSet<Integer> listed = new TreeSet<>();
        for (MatchResult link : LINK.matcher(Files.readString(Path.of("docs/conformance.md"))).results().toList()) {
            listed.add(Integer.parseInt(link.group(1)));
            assertThat(Files.readString(Path.of(link.group(3)))).contains(" void o" + link.group(1) + link.group(2) + "(");
        }
        assertThat(listed).containsExactlyElementsOf(IntStream.rangeClosed(1, 40).boxed().toList());
    }
}
