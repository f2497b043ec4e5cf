package dev.handlens.scenario;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.PoolTooSmallException;
import dev.handlens.source.FileKind;
import dev.handlens.source.VisibleText;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// Reads scenario files. They are untrusted: size, depth, line length, repeats and memory are bounded; they read no files and open no
/// network.
///
/// Three passes, each only when the one before found nothing wrong: text to nodes (`YamlParser`), nodes against the grammar
/// (`ShapeChecker`), nodes to a scenario with everything that needs the whole file to be judged (`ScenarioDecoder`). Each but the first
/// collects all mistakes it finds.
public final class ScenarioReader {
    private static final String KIND = ".handlens";
    private static final Pattern COMMENTS = Pattern.compile("(?m)^[ \\t]*#(?!!).*$");
    /// Fields that stand at the left margin of every scenario, or first within braces, with a mistake in it or not.
    private static final Pattern SCENARIO_FIELD = Pattern.compile("(?m)^(?:\\{\\s*)?[\"']?(handlens|steps|cast)[\"']?\\s*:");

    private ScenarioReader() {}

    /// Reads a file.
    ///
    /// @throws ScenarioException when it cannot be read or has mistakes
    public static Scenario read(Path file) throws ScenarioException {
        Diagnostics diagnostics = new Diagnostics(file.toString());
        byte[] bytes = new byte[0];
        try {
            bytes = FileText.bytes(file);
            return read(file.toString(), FileText.of(bytes), diagnostics);
        } catch (Mistake mistake) {
            if (isForeign(bytes)) {
                throw foreign(file.toString(), bytes);
            }
            diagnostics.add(mistake.place(), mistake.getMessage());
            throw diagnostics.asException();
        } catch (ScenarioException mistakes) {
            throw isForeign(bytes) ? foreign(file.toString(), bytes) : mistakes;
        }
    }

    /// Reads text.
    ///
    /// @param file name for diagnostics
    /// @throws ScenarioException when it has mistakes
    public static Scenario read(String file, String text) throws ScenarioException {
        Diagnostics diagnostics = new Diagnostics(file);
        try {
            return read(file, FileText.check(text), diagnostics);
        } catch (Mistake mistake) {
            diagnostics.add(mistake.place(), mistake.getMessage());
            throw diagnostics.asException();
        }
    }

    /// Whether a file has content, and nothing in it that only a scenario begins with: then its author did not mean to write one, and no
    /// correction of its YAML helps.
    private static boolean isForeign(byte[] bytes) {
        String head = FileKind.head(bytes);
        return !COMMENTS.matcher(head).replaceAll("").isBlank() && !SCENARIO_FIELD.matcher(head).find();
    }

    private static ScenarioException foreign(String file, byte[] bytes) {
        return new ScenarioException(List.of(new Diagnostic(file, new Place(1, 1),
                "this is " + FileKind.of(bytes) + ", not a scenario; Handlens opens scenario files, which begin with 'handlens: 1'")));
    }

    private static Scenario read(String file, String text, Diagnostics diagnostics) throws Mistake, ScenarioException {
        YamlNode root = YamlParser.parse(file, text);
        new ShapeChecker(Grammar.named(), diagnostics).check(root, Grammar.SCENARIO, "the scenario");
        diagnostics.throwIfAny();
        Scenario scenario = new ScenarioDecoder(diagnostics).decode(shortName(file), root);
        diagnostics.throwIfAny();
        checkCast(scenario, (YamlNode.Fields) root, diagnostics);
        diagnostics.throwIfAny();
        return scenario;
    }

    /// Sets the cast up once: what fails there is a mistake in the file, and has a place in it.
    private static void checkCast(Scenario scenario, YamlNode.Fields root, Diagnostics diagnostics) {
        try {
            new Stage(Kernel.boot(scenario.machine()), new Bindings(scenario)).set(scenario);
        } catch (PoolTooSmallException small) {
            diagnostics.add(root.fields().get("machine").place(), small.getMessage());
        } catch (CastException failed) {
            YamlNode.Fields cast = (YamlNode.Fields) root.get("cast");
            diagnostics.add(cast.fields().get(failed.member().name()).place(), failed.getMessage());
        }
    }

    /// The name without folder, and without `.yaml` or `.handlens.yaml`.
    private static String shortName(String file) {
        String name = VisibleText.line(file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1));
        int dot = name.lastIndexOf('.');
        String shorter = dot > 0 ? name.substring(0, dot) : name;
        return shorter.endsWith(KIND) && shorter.length() > KIND.length() ? shorter.substring(0, shorter.length() - KIND.length()) : shorter;
    }
}
