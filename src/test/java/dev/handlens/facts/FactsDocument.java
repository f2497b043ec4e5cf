package dev.handlens.facts;

import dev.handlens.scenario.Program;
import dev.handlens.scenario.Scenario;
import dev.handlens.scenario.ScenarioException;
import dev.handlens.scenario.ScenarioReader;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/// The rows of `docs/facts.md`, and what is wrong with them: a row that is missing, that stands twice or has no proof, and a proof or a
/// place in the code that is not there.
final class FactsDocument {
    static final Path FILE = Path.of("docs", "facts.md");
    /// How many rows each document has, by its number.
    private static final int[] ROWS = {25, 26, 66, 17, 25};
    private static final Path TESTS = Path.of("src", "test", "java");
    private static final Path MAIN = Path.of("src", "main", "java");

    private static final Pattern ROW = Pattern.compile("(?m)^\\| (S\\d-\\d+) \\|(.*)\\|$");
    private static final Pattern CELL = Pattern.compile(" \\| ");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)\\]\\(([^)#]*)(?:#([^)]+))?\\)");
    private static final Pattern STEP = Pattern.compile("step “(.+)”");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    /// A row of a table.
    ///
    /// @param number such as `S2-36`
    /// @param fact what is said
    /// @param proof what proves it, as Markdown
    /// @param code where it is done, as Markdown
    record Row(String number, String fact, String proof, String code) {}

    /// A way in which a row is proven.
    enum Kind { TEST, SCENARIO, TEXT }

    private final String text;
    private final List<Row> rows = new ArrayList<>();

    FactsDocument(String text) {
        this.text = text;
        Matcher row = ROW.matcher(text);
        while (row.find()) {
            String[] cells = CELL.split(row.group(2).strip(), -1);
            rows.add(new Row(row.group(1), cells[0], cells.length > 1 ? cells[1] : "", cells.length > 2 ? cells[2] : ""));
        }
    }

    List<Row> rows() {
        return rows;
    }

    /// All that is wrong, a sentence each.
    List<String> problems() {
        List<String> problems = new ArrayList<>(missingAndRepeated());
        for (Row row : rows) {
            if (proofs(row).isEmpty()) {
                problems.add(row.number() + " has no proof");
            }
            Matcher link = LINK.matcher(row.proof());
            while (link.find()) {
                problem(link).map(problem -> row.number() + " " + problem).ifPresent(problems::add);
            }
            Matcher code = LINK.matcher(row.code());
            while (code.find()) {
                if (!Files.exists(target(code.group(2))) || !target(code.group(2)).startsWith(MAIN)) {
                    problems.add(row.number() + " names the code " + code.group(2) + ", which is not there");
                }
            }
        }
        return problems;
    }

    /// The traps, each as its text.
    List<String> traps() {
        String section = text.substring(text.indexOf("\n## Traps"));
        return List.of(section.split("\n### ")).stream().skip(1).toList();
    }

    /// What is wrong with the proofs of a text outside of the tables; one without a test is wrong too.
    List<String> problems(String passage) {
        List<String> problems = new ArrayList<>();
        Matcher link = LINK.matcher(passage);
        boolean tested = false;
        while (link.find()) {
            tested |= link.group(2).endsWith(".java");
            problem(link).ifPresent(problems::add);
        }
        if (!tested) {
            problems.add("names no test");
        }
        return problems;
    }

    private List<String> missingAndRepeated() {
        SortedMap<String, Integer> counts = new TreeMap<>();
        rows.forEach(row -> counts.merge(row.number(), 1, Integer::sum));
        List<String> problems = new ArrayList<>();
        for (int document = 0; document < ROWS.length; document++) {
            for (int row = 1; row <= ROWS[document]; row++) {
                Integer count = counts.remove("S" + document + "-" + row);
                if (count == null) {
                    problems.add("S" + document + "-" + row + " is missing");
                } else if (count > 1) {
                    problems.add("S" + document + "-" + row + " stands " + count + " times");
                }
            }
        }
        counts.keySet().forEach(number -> problems.add(number + " is no row of any document"));
        return problems;
    }

    /// The ways in which a row is proven.
    List<Kind> proofs(Row row) {
        List<Kind> proofs = new ArrayList<>();
        Matcher link = LINK.matcher(row.proof());
        while (link.find()) {
            proofs.add(link.group(2).endsWith(".java") ? Kind.TEST : link.group(2).endsWith(".yaml") ? Kind.SCENARIO : Kind.TEXT);
        }
        return proofs;
    }

    private Optional<String> problem(Matcher link) {
        String file = link.group(2);
        String problem;
        if (file.endsWith(".java")) {
            problem = testProblem(target(file), link.group(3));
        } else if (file.endsWith(".yaml")) {
            problem = stepProblem(target(file), link.group(1));
        } else {
            boolean there = file.isEmpty() && headings().contains(link.group(3));
            problem = there ? "" : "names the text " + link.group(3) + ", which is not there";
        }
        return problem.isEmpty() ? Optional.empty() : Optional.of(problem);
    }

    private static Path target(String link) {
        return FILE.resolveSibling(link).normalize();
    }

    private static String testProblem(Path file, String method) {
        if (!Files.exists(file) || !file.startsWith(TESTS)) {
            return "names the test class " + file.getFileName() + ", which is not there";
        }
        String path = TESTS.relativize(file).toString().replace(file.getFileSystem().getSeparator(), ".");
        String name = path.substring(0, path.length() - ".java".length());
        try {
            Class<?> tests = Class.forName(name, false, FactsDocument.class.getClassLoader());
            for (Method found : tests.getDeclaredMethods()) {
                if (found.getName().equals(method) && AnnotationSupport.isAnnotated(found, Testable.class)) {
                    return "";
                }
            }
        } catch (ClassNotFoundException e) {
            return "names the test class " + name + ", which is not compiled";
        }
        return "names the test " + method + " of " + file.getFileName() + ", which is not there";
    }

    private static String stepProblem(Path file, String label) {
        Matcher title = STEP.matcher(label);
        try {
            List<String> titles = Program.of(ScenarioReader.read(file)).steps().stream().map(Scenario.Step::title).toList();
            if (!title.find()) {
                return "names no step of " + file.getFileName();
            }
            return titles.contains(title.group(1)) ? ""
                    : "names the step “" + title.group(1) + "” of " + file.getFileName() + ", which is not there";
        } catch (ScenarioException e) {
            return "names the scenario " + file.getFileName() + ", which cannot be read";
        }
    }

    /// The anchors of the headings of this document.
    private List<String> headings() {
        List<String> anchors = new ArrayList<>();
        Matcher heading = HEADING.matcher(text);
        while (heading.find()) {
            anchors.add(heading.group(1).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-'));
        }
        return anchors;
    }
}
