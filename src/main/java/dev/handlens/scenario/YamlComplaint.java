package dev.handlens.scenario;

import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/// Puts the YAML library's complaint into words for an author.
final class YamlComplaint {
    private YamlComplaint() {}

    static Mistake of(MarkedYamlEngineException e) {
        Place problemPlace = YamlParser.place(e.getProblemMark());
        Place contextPlace = e.getContextMark().isPresent() ? YamlParser.place(e.getContextMark()) : problemPlace;
        String context = e.getContext() == null ? "" : e.getContext();
        String problem = e.getProblem() == null ? "" : e.getProblem();
        if (problem.contains("end of stream") && context.contains("quoted scalar")) {
            // The problem is noticed at the end of the file; the author looks for the place where the quote opens.
            return new Mistake(contextPlace, "this quote is never closed");
        }
        if (problem.contains("\\t")) {
            return new Mistake(problemPlace, "a tab stands where YAML wants spaces; indent with spaces");
        }
        if (problem.startsWith("mapping values are not allowed here")) {
            return new Mistake(problemPlace,
                    "a ':' stands in the middle of a value; quote the value, or look for a missing space or indentation above");
        }
        if (context.contains("flow sequence") || context.contains("flow mapping")) {
            return ofBrackets(context.contains("sequence"), contextPlace, problemPlace, problem);
        }
        if (context.contains("block mapping") || context.contains("block collection")) {
            return new Mistake(problemPlace, "the indentation does not fit what stands above (the mapping or list of line "
                    + contextPlace.line() + ")");
        }
        if (problem.contains("':'") || problem.contains("could not find expected")) {
            return new Mistake(contextPlace, "a key needs a ':' and a space after it");
        }
        return new Mistake(problemPlace, "this is not YAML: " + YamlNode.quoted((context.isEmpty() ? "" : context + ", ") + problem));
    }

    private static Mistake ofBrackets(boolean list, Place opens, Place found, String problem) {
        if (problem.endsWith("but got [")) {
            return new Mistake(found, "a '[' may not follow text here; write a collection of handles with a star, such as queue*");
        }
        String closing = list ? "]" : "}";
        if (found.line() != opens.line()) {
            return new Mistake(opens, "this '" + (list ? "[" : "{") + "' is never closed; add the '" + closing + "'");
        }
        return new Mistake(found, "a ',' or '" + closing + "' is missing before this");
    }
}
