package dev.handlens.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/// The JSON Schema (draft 2020-12) of scenario files, for editors. Printed from the shapes that the reader checks files against, so it
/// accepts what the reader accepts, as far as a schema can see: not whether names exist, nor what a whole run would need.
public final class ScenarioSchema {
    private ScenarioSchema() {}

    /// The schema's text, indented.
    public static String text() {
        SequencedMap<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Handlens scenario");
        schema.putAll(schema(Grammar.SCENARIO));
        SequencedMap<String, Object> definitions = new LinkedHashMap<>();
        Grammar.named().forEach((name, shape) -> definitions.put(name, schema(shape)));
        schema.put("$defs", definitions);
        return JsonText.of(schema);
    }

    private static SequencedMap<String, Object> schema(Shape shape) {
        SequencedMap<String, Object> schema = new LinkedHashMap<>();
        switch (shape) {
            case Shape.AnyText(_, boolean prose) -> {
                schema.put("type", List.of("string", "number", "boolean"));
                if (!prose) {
                    schema.put("pattern", "^\\s*[^\\n]*\\s*$");
                }
            }
            case Shape.Matching(String _, Pattern pattern, Shape.Whole numbers) -> {
                schema.put("type", numbers == null ? "string" : List.of("string", "integer"));
                schema.put("pattern", "^(?:" + pattern.pattern() + ")$");
                if (numbers != null) {
                    bounds(schema, numbers);
                }
            }
            case Shape.Words(String _, List<String> words, boolean numbers) -> {
                if (numbers) {
                    SequencedMap<String, Object> number = new LinkedHashMap<>();
                    number.put("type", "integer");
                    number.put("minimum", 0);
                    number.put("maximum", 0xFFFF_FFFFL);
                    schema.put("anyOf", List.of(one("enum", words), number));
                } else {
                    schema.put("enum", words);
                }
            }
            case Shape.Whole whole -> {
                schema.put("type", "integer");
                bounds(schema, whole);
            }
            case Shape.Truth _ -> schema.put("type", "boolean");
            case Shape.Items(Shape item, int least) -> {
                schema.put("type", "array");
                schema.put("items", schema(item));
                schema.put("minItems", least);
            }
            case Shape.ByKind kinds -> {
                List<Object> choices = new ArrayList<>();
                addUnlessNull(choices, kinds.scalar());
                addUnlessNull(choices, kinds.items());
                addUnlessNull(choices, kinds.mapping());
                schema.put("anyOf", choices);
            }
            case Shape.Fields fields -> fields(schema, fields);
            case Shape.Variants variants -> variants(schema, variants);
            case Shape.Table(String _, Shape.Matching key, Shape value) -> {
                schema.put("type", "object");
                schema.put("propertyNames", schema(key));
                schema.put("additionalProperties", schema(value));
            }
            case Shape.Named(String name) -> schema.put("$ref", "#/$defs/" + name);
        }
        return schema;
    }

    private static void addUnlessNull(List<Object> choices, Shape shape) {
        if (shape != null) {
            choices.add(schema(shape));
        }
    }

    private static void bounds(Map<String, Object> schema, Shape.Whole whole) {
        if (whole.least() != Long.MIN_VALUE) {
            schema.put("minimum", whole.least());
            schema.put("maximum", whole.most());
        }
    }

    private static void fields(Map<String, Object> schema, Shape.Fields fields) {
        SequencedMap<String, Object> properties = new LinkedHashMap<>();
        for (Shape.Field field : fields.fields()) {
            SequencedMap<String, Object> property = new LinkedHashMap<>();
            property.put("description", field.fallback().isEmpty() ? field.doc() : field.doc() + " (" + field.fallback() + " when absent)");
            property.putAll(schema(field.shape()));
            properties.put(field.name(), property);
        }
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", fields.fields().stream().filter(Shape.Field::required).map(Shape.Field::name).toList());
        schema.put("additionalProperties", false);
        if (!fields.atMostOne().isEmpty()) {
            List<Object> calls = fields.atMostOne().stream().<Object>map(ScenarioSchema::has).toList();
            List<Object> oneOrNone = new ArrayList<>(calls);
            oneOrNone.add(one("not", one("anyOf", calls)));
            schema.put("oneOf", oneOrNone);
        }
        if (!fields.atLeastOne().isEmpty()) {
            schema.put("anyOf", fields.atLeastOne().stream().map(ScenarioSchema::has).toList());
        }
    }

    private static void variants(SequencedMap<String, Object> schema, Shape.Variants variants) {
        Object rest = variants.otherwise() == null
                ? one("anyOf", variants.keys().stream().map(ScenarioSchema::has).toList())
                : schema(variants.otherwise());
        for (int i = variants.keys().size() - 1; i >= 0; i--) {
            SequencedMap<String, Object> choice = new LinkedHashMap<>();
            choice.put("if", has(variants.keys().get(i)));
            choice.put("then", schema(variants.fields().get(i)));
            choice.put("else", rest);
            rest = choice;
        }
        schema.put("type", "object");
        schema.put("allOf", List.of(rest));
    }

    private static Map<String, Object> has(String field) {
        return one("required", List.of(field));
    }

    private static Map<String, Object> one(String key, Object value) {
        SequencedMap<String, Object> map = new LinkedHashMap<>();
        map.put(key, value);
        return map;
    }
}
