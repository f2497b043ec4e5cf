package dev.handlens.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The tables of `docs/scenario-format.md`, printed from the grammar and the table of calls.
final class FormatReference {
    private FormatReference() {}

    /// Each table under the name that marks its place in the document.
    static Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("scenario", fields(named("scenario")));
        tables.put("machine", fields((Shape.Fields) ((Shape.ByKind) Grammar.named().get("machine")).mapping()));
        Shape.Variants member = (Shape.Variants) Grammar.named().get("member");
        tables.put("process", fields(member.fields().get(0)));
        tables.put("thread", fields(member.fields().get(1)));
        tables.put("driver", fields(member.fields().get(2)));
        tables.put("view", fields(named("view")));
        List<Shape.Field> step = named("step").fields().stream().filter(f -> CallCatalog.find(f.name()) == null).toList();
        tables.put("step", fields(new Shape.Fields("a step", step)));
        Shape.Fields repeat = ((Shape.Variants) Grammar.named().get("block")).fields().getFirst();
        tables.put("repeat", fields((Shape.Fields) repeat.field("repeat").shape()));
        tables.put("every call", fields(new Shape.Fields("a call", CallGrammar.common(CallCatalog.find("CreateProcess")))));
        tables.put("expect", fields((Shape.Fields) ((Shape.ByKind) Grammar.named().get("expect")).mapping()));
        tables.put("calls", calls());
        return tables;
    }

    private static Shape.Fields named(String name) {
        return (Shape.Fields) Grammar.named().get(name);
    }

    private static String fields(Shape.Fields shape) {
        StringBuilder table = new StringBuilder("| Field | Meaning | When absent |\n| --- | --- | --- |\n");
        for (Shape.Field field : shape.fields()) {
            String absent = field.required() ? "**required**" : field.fallback();
            table.append("| `%s` | %s | %s |\n".formatted(field.name(), field.doc(), absent));
        }
        return table.toString();
    }

    private static String calls() {
        StringBuilder table = new StringBuilder("| Call | What it does | Arguments |\n| --- | --- | --- |\n");
        for (CallSpec call : CallCatalog.all()) {
            if (!call.name().startsWith("Zw")) {
                String service = call.service().equals(call.name()) ? "" : " = `" + call.service() + "`";
                String arguments = String.join(", ", call.fields().stream().map(FormatReference::argument).toList());
                table.append("| `%s`%s | %s | %s |\n".formatted(call.name(), service, call.doc(), arguments));
            }
        }
        return table.toString();
    }

    private static String argument(CallField field) {
        String name = field.required() ? "**`" + field.name() + "`**" : "`" + field.name() + "`";
        String fallback = field.fallback().isEmpty() || field.fallback().equals("false") ? "" : " = " + field.fallback();
        return name + fallback;
    }
}
