package dev.handlens.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.facts.FactsDocument.Kind;
import dev.handlens.facts.FactsDocument.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Whether every fact of the five documents has a proof that exists.
class FactsTest {
    private static String text;
    private static FactsDocument facts;

    @BeforeAll
    static void read() throws IOException {
        text = Files.readString(FactsDocument.FILE);
        facts = new FactsDocument(text);
    }

    @Test
    void all159FactsStandOnceAndEachHasAProofThatExists() {
        assertThat(facts.problems()).isEmpty();
        assertThat(facts.rows()).hasSize(159);
    }

    @Test
    void everyFactWithATestHasItsCode() {
        assertThat(facts.rows().stream().filter(row -> facts.proofs(row).contains(Kind.TEST)).filter(row -> !row.code().contains(".java"))
                .map(Row::number)).isEmpty();
    }

    @Test
    void whatTheDocumentsDoNotSayIsMarked() {
        List<String> marked = facts.rows().stream().filter(row -> row.fact().contains("*(ours") || row.fact().contains("*(derived"))
                .map(Row::number).toList();

        assertThat(marked).containsExactly("S0-14", "S1-6", "S1-9", "S1-10", "S1-25", "S3-10");
    }

    @Test
    void eachOfTheSixTrapsHasATestOfItsNumber() {
        assertThat(facts.traps()).hasSize(6).allSatisfy(trap -> assertThat(facts.problems(trap)).isEmpty());
        assertThat(facts.problems(facts.traps().getFirst().replace("#the", "#no"))).hasSize(1);
        assertThat(facts.problems("words alone")).containsExactly("names no test");
    }

    @Test
    void theNumbersInTheTextAreThoseOfTheTables() {
        assertThat(text).contains("**" + count(Kind.TEST::equals) + "** are proven by at least one test",
                "**" + count(Kind.SCENARIO::equals) + "** can be watched in a scenario",
                "**" + facts.rows().stream().filter(row -> facts.proofs(row).stream().allMatch(Kind.TEXT::equals)).count()
                        + "** are told in words alone");
    }

    private static long count(Predicate<Kind> kind) {
        return facts.rows().stream().filter(row -> facts.proofs(row).stream().anyMatch(kind)).count();
    }

    // ---- planted ---------------------------------------------------------------------------------------------------

    @Test
    void aRowWithoutAProofIsCaught() {
        Row row = facts.rows().getFirst();

        assertThat(planted(row.proof(), "it is obvious")).containsExactly("S0-1 has no proof");
    }

    @Test
    void aTestThatIsNotThereIsCaught() {
        String there = "[x](../src/test/java/dev/handlens/facts/ChenTest.java#theOrderOfTheTwoDeletesDoesNotMatter)";

        assertThat(planted(facts.rows().getFirst().proof(), there)).isEmpty();
        assertThat(planted(facts.rows().getFirst().proof(), there.replace("#the", "#no")))
                .containsExactly("S0-1 names the test noOrderOfTheTwoDeletesDoesNotMatter of ChenTest.java, which is not there");
        assertThat(planted(facts.rows().getFirst().proof(), there.replace("ChenTest", "NoTest")))
                .containsExactly("S0-1 names the test class NoTest.java, which is not there");
    }

    @Test
    void aMethodThatIsNoTestIsCaught() {
        String helper = "[x](../src/test/java/dev/handlens/facts/ChenTest.java#openGizmo)";

        assertThat(planted(facts.rows().getFirst().proof(), helper))
                .containsExactly("S0-1 names the test openGizmo of ChenTest.java, which is not there");
    }

    @Test
    void aScenarioOrAStepThatIsNotThereIsCaught() {
        String step = "[makefred-bug, step “One word”](../scenarios/makefred-bug.yaml)";

        assertThat(planted(facts.rows().getFirst().proof(), step)).isEmpty();
        assertThat(planted(facts.rows().getFirst().proof(), step.replace("One word", "Two words")))
                .containsExactly("S0-1 names the step “Two words” of makefred-bug.yaml, which is not there");
        assertThat(planted(facts.rows().getFirst().proof(), step.replace("bug.yaml", "none.yaml")))
                .containsExactly("S0-1 names the scenario makefred-none.yaml, which cannot be read");
    }

    @Test
    void aRowThatIsMissingOrStandsTwiceIsCaught() {
        assertThat(new FactsDocument(text.replace("| S4-25 |", "| S4-24 |")).problems())
                .containsExactly("S4-24 stands 2 times", "S4-25 is missing");
    }

    @Test
    void aTextOrAPlaceInTheCodeThatIsNotThereIsCaught() {
        assertThat(planted(facts.rows().getFirst().proof(), "[said](#nowhere-at-all)"))
                .containsExactly("S0-1 names the text nowhere-at-all, which is not there");
        assertThat(planted(facts.rows().getFirst().code(), "[x](../src/main/java/dev/handlens/No.java)"))
                .containsExactly("S0-1 names the code ../src/main/java/dev/handlens/No.java, which is not there");
    }

    /// Problems of the document with a cell of the first row replaced.
    private static List<String> planted(String cell, String by) {
        int at = text.indexOf(cell);
        return new FactsDocument(text.substring(0, at) + by + text.substring(at + cell.length())).problems();
    }
}
