package dev.handlens.lens;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The text of the filter field as a condition on rows. Terms are separated by white space, and all of them must hold.
///
/// - `type:Event` holds if the column shows the value; for words, if it contains it. Every column has a name, see [HandleField#word()];
///   further fields are in [FilterTerm].
/// - `type:=Event` holds if the column shows exactly this, letter by letter.
/// - `age>10s` compares ages, with `<`, `<=`, `>` and `>=` and the units `ms`, `s`, `m` or `min`, and `h`.
/// - Anything else is text that the row must contain.
///
/// Double quotes hold words together, see [FilterWords]. A term with a mistake does not apply; [#mistakes()] says what is wrong with it.
final class HandleFilter {
    /// A field has more than one letter: `C:\Temp` is a path.
    private static final Pattern FIELD = Pattern.compile("([A-Za-z]{2,}):(=?)(.*)", Pattern.DOTALL);
    private static final Pattern COMPARISON = Pattern.compile("([A-Za-z]+)(<=|>=|<|>|=)(.*)", Pattern.DOTALL);

    private final List<Predicate<HandleRow>> terms = new ArrayList<>();
    private final List<String> mistakes = new ArrayList<>();

    private HandleFilter() {}

    /// Returns the filter that a text describes.
    static HandleFilter of(String text) {
        HandleFilter filter = new HandleFilter();
        for (FilterWords.Term term : FilterWords.split(text)) {
            try {
                filter.terms.add(condition(term));
            } catch (FilterMistake mistake) {
                filter.mistakes.add(mistake.getMessage());
            }
        }
        return filter;
    }

    /// Returns a term that only rows satisfy that show exactly a value, such as `site:=server!OnRequest+0x41`.
    ///
    /// @param field name of the field, such as `site`
    static String exactly(String field, String value) {
        return field + ":=" + FilterWords.quoted(value);
    }

    /// Returns the condition, or null if no term applies.
    Predicate<HandleRow> rows() {
        return terms.stream().reduce(Predicate::and).orElse(null);
    }

    /// Returns what is wrong with terms that do not apply, a sentence or two for each.
    List<String> mistakes() {
        return List.copyOf(mistakes);
    }

    private static Predicate<HandleRow> condition(FilterWords.Term term) throws FilterMistake {
        Matcher field = FIELD.matcher(term.text());
        if (!term.literal() && field.matches()) {
            FilterTerm known = FilterTerm.of(field.group(1));
            return field.group(2).isEmpty() ? known.shows(field.group(3)) : known.showsExactly(field.group(3));
        }
        Matcher comparison = COMPARISON.matcher(term.text());
        if (!term.literal() && comparison.matches()) {
            return FilterAge.compared(FilterTerm.of(comparison.group(1)), comparison.group(2), comparison.group(3));
        }
        return row -> FilterTerm.contains(HandleText.searched(row), term.text());
    }
}
