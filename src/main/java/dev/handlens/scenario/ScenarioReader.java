package dev.handlens.scenario;

import java.nio.file.Path;

/// Reads scenario files. They are untrusted: size, depth, line length, repeats and memory are bounded; they read no files and open no
/// network.
///
/// Three passes, each only when the one before found nothing wrong: text to nodes (`YamlParser`), nodes against the grammar
/// (`ShapeChecker`), nodes to a scenario with everything that needs the whole file to be judged (`ScenarioDecoder`). Each but the first
/// collects all mistakes it finds.
public final class ScenarioReader {
    private static final String KIND = ".handlens";

    private ScenarioReader() {}

    /// Reads a file.
    ///
    /// @throws ScenarioException when it cannot be read or has mistakes
    public static Scenario read(Path file) throws ScenarioException {
        Diagnostics diagnostics = new Diagnostics(file.toString());
        try {
            return read(file.toString(), FileText.read(file), diagnostics);
        } catch (Mistake mistake) {
            diagnostics.add(mistake.place(), mistake.getMessage());
            throw diagnostics.asException();
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

    private static Scenario read(String file, String text, Diagnostics diagnostics) throws Mistake, ScenarioException {
        YamlNode root = YamlParser.parse(file, text);
        new ShapeChecker(Grammar.named(), diagnostics).check(root, Grammar.SCENARIO, "the scenario");
        diagnostics.throwIfAny();
        Scenario scenario = new ScenarioDecoder(diagnostics).decode(shortName(file), root);
        diagnostics.throwIfAny();
        return scenario;
    }

    /// The name without folder, and without `.yaml` or `.handlens.yaml`.
    private static String shortName(String file) {
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        int dot = name.lastIndexOf('.');
        String shorter = dot > 0 ? name.substring(0, dot) : name;
        return shorter.endsWith(KIND) && shorter.length() > KIND.length() ? shorter.substring(0, shorter.length() - KIND.length()) : shorter;
    }
}
