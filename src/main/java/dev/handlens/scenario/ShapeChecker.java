package dev.handlens.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Compares what stands in a file with what may stand there, and collects every difference.
final class ShapeChecker {
    private final Map<String, Shape> named;
    private final Diagnostics diagnostics;

    ShapeChecker(Map<String, Shape> named, Diagnostics diagnostics) {
        this.named = named;
        this.diagnostics = diagnostics;
    }

    /// @param what the field it is the value of, in quotes, or what it is otherwise called
    void check(YamlNode node, Shape shape, String what) {
        if (diagnostics.isFull()) {
            return;
        }
        switch (shape) {
            case Shape.Scalar scalar -> checkScalar(node, scalar, what);
            case Shape.Items items -> checkItems(node, items, what);
            case Shape.ByKind kinds -> checkByKind(node, kinds, what);
            case Shape.Fields fields -> checkFields(node, fields, what);
            case Shape.Variants variants -> checkVariants(node, variants, what);
            case Shape.Table table -> checkTable(node, table, what);
            case Shape.Named name -> check(node, named.get(name.name()), what);
        }
    }

    private void checkScalar(YamlNode node, Shape.Scalar shape, String what) {
        if (!(node instanceof YamlNode.Text text) || text.isNothing()) {
            expected(node, shape.what(), what);
            return;
        }
        Scalars.Kind kind = Scalars.kind(text);
        switch (shape) {
            case Shape.AnyText(_, boolean prose) -> {
                if (!prose && text.value().strip().indexOf('\n') >= 0) {
                    diagnostics.add(node.place(), what + " must be on one line, found " + text.value().strip().lines().count() + " lines");
                }
            }
            case Shape.Matching(String expectation, Pattern pattern, Shape.Whole numbers) -> {
                boolean fits = kind == Scalars.Kind.WHOLE ? numbers != null && isWithin(text.value(), numbers.least(), numbers.most())
                        : kind == Scalars.Kind.TEXT && pattern.matcher(text.value()).matches();
                if (!fits) {
                    expected(node, expectation, what);
                }
            }
            case Shape.Words(String expectation, List<String> words, boolean numbers) -> {
                boolean number = kind == Scalars.Kind.WHOLE && numbers && isWithin(text.value(), 0, 0xFFFF_FFFFL);
                if (!number && !words.contains(text.value())) {
                    boolean listed = words.stream().allMatch(expectation::contains);
                    String nearest = Suggestions.nearest(text.value(), words);
                    String hint = listed && nearest == null ? "" : Suggestions.of(text.value(), words);
                    diagnostics.add(node.place(), what + " must be " + expectation + ", found " + node.described() + hint);
                }
            }
            case Shape.Whole(String expectation, long least, long most) -> {
                if (kind != Scalars.Kind.WHOLE) {
                    expected(node, expectation, what);
                } else if (!isWithin(text.value(), least, most)) {
                    String range = most == Long.MAX_VALUE ? "%,d or more" : least == most ? "%,d" : "between %,d and %,d";
                    diagnostics.add(node.place(), what + " must be " + String.format(Locale.ROOT, range, least, most) + ", found "
                            + node.described());
                }
            }
            case Shape.Truth _ -> {
                if (kind != Scalars.Kind.TRUTH) {
                    expected(node, shape.what(), what);
                }
            }
        }
    }

    private static boolean isWithin(String text, long least, long most) {
        try {
            long value = Scalars.whole(text);
            return value >= least && value <= most;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private void checkItems(YamlNode node, Shape.Items shape, String what) {
        if (!(node instanceof YamlNode.Items items)) {
            expected(node, "a list", what);
            return;
        }
        if (items.items().size() < shape.least()) {
            diagnostics.add(node.place(), what + " is an empty list; write at least one item, or leave it out");
        }
        for (YamlNode item : items.items()) {
            check(item, shape.item(), "an item of " + what);
        }
    }

    private void checkByKind(YamlNode node, Shape.ByKind shape, String what) {
        Shape chosen = switch (node) {
            case YamlNode.Text _ -> shape.scalar();
            case YamlNode.Items _ -> shape.items();
            case YamlNode.Fields _ -> shape.mapping();
        };
        boolean nothing = node instanceof YamlNode.Text text && text.isNothing();
        if (chosen != null && !nothing) {
            check(node, chosen, what);
            return;
        }
        List<String> choices = new ArrayList<>();
        if (shape.scalar() != null) {
            choices.add(shape.scalar().what());
        }
        if (shape.items() != null) {
            choices.add("a list");
        }
        if (shape.mapping() != null) {
            choices.add("a mapping");
        }
        expected(node, String.join(" or ", choices), what);
    }

    private void checkFields(YamlNode node, Shape.Fields shape, String what) {
        if (!(node instanceof YamlNode.Fields mapping)) {
            expected(node, "a mapping", what);
            return;
        }
        String chosen = null;
        for (YamlNode.Entry entry : mapping.fields().values()) {
            if (diagnostics.isFull()) {
                return;
            }
            Shape.Field field = shape.field(entry.name());
            if (field == null) {
                unknown(entry, shape);
                continue;
            }
            if (shape.atMostOne().contains(entry.name())) {
                if (chosen != null) {
                    diagnostics.add(entry.place(), shape.what() + " has one call at most, but here stand '" + chosen + "' and '"
                            + entry.name() + "'; make it two steps");
                }
                chosen = entry.name();
            }
            check(entry.value(), field.shape(), "'" + entry.name() + "'");
        }
        for (Shape.Field field : shape.fields()) {
            if (field.required() && !mapping.fields().containsKey(field.name())) {
                diagnostics.add(node.place(), shape.what() + " needs the field '" + field.name() + "'");
            }
        }
        if (!shape.atLeastOne().isEmpty() && shape.atLeastOne().stream().noneMatch(mapping.fields()::containsKey)) {
            diagnostics.add(node.place(), shape.what() + " needs the field '" + String.join("' or '", shape.atLeastOne()) + "'");
        }
    }

    private void unknown(YamlNode.Entry entry, Shape.Fields shape) {
        String name = entry.name();
        boolean call = !shape.atMostOne().isEmpty() && !name.isEmpty() && Character.isUpperCase(name.charAt(0));
        List<String> known = call ? shape.atMostOne() : shape.fields().stream().map(Shape.Field::name).toList();
        String kind = call ? "unknown call " + YamlNode.shorten(name) : "unknown field " + YamlNode.shorten(name) + " in " + shape.what();
        diagnostics.add(entry.place(), kind + Suggestions.of(name, known));
    }

    private void checkVariants(YamlNode node, Shape.Variants shape, String what) {
        if (!(node instanceof YamlNode.Fields mapping)) {
            expected(node, "a mapping", what);
            return;
        }
        for (int i = 0; i < shape.keys().size(); i++) {
            if (mapping.fields().containsKey(shape.keys().get(i))) {
                check(node, shape.fields().get(i), what);
                return;
            }
        }
        if (shape.otherwise() != null) {
            check(node, shape.otherwise(), what);
            return;
        }
        for (YamlNode.Entry entry : mapping.fields().values()) {
            String nearest = Suggestions.nearest(entry.name(), shape.keys());
            if (nearest != null) {
                diagnostics.add(entry.place(), "unknown field " + YamlNode.shorten(entry.name()) + " in " + shape.what()
                        + " (did you mean '" + nearest + "'?)");
                return;
            }
        }
        diagnostics.add(node.place(), shape.what() + " needs one of the fields " + String.join(", ", shape.keys()));
    }

    private void checkTable(YamlNode node, Shape.Table shape, String what) {
        if (!(node instanceof YamlNode.Fields mapping)) {
            expected(node, "a mapping", what);
            return;
        }
        for (YamlNode.Entry entry : mapping.fields().values()) {
            if (!shape.key().pattern().matcher(entry.name()).matches()) {
                diagnostics.add(entry.place(), shape.what() + " must be named by " + shape.key().what() + ", found "
                        + YamlNode.shorten(entry.name()));
            }
            check(entry.value(), shape.value(), YamlNode.shorten(entry.name()));
        }
    }

    private void expected(YamlNode node, String expectation, String what) {
        diagnostics.add(node.place(), what + " must be " + expectation + ", found " + node.described());
    }
}
