package dev.handlens.app;

import dev.handlens.lens.StateReport;
import dev.handlens.scenario.Machine;
import java.io.Writer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/// What a machine's kernel holds, as one JSON document. The report's records say the names: each component is a field of its object.
final class StateJson {
    private final JsonGenerator json;

    private StateJson(JsonGenerator json) {
        this.json = json;
    }

    static void write(Machine machine, Writer out) {
        JsonFactory factory = JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
        try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out)) {
            new StateJson(json).value(StateReport.of(machine));
        }
    }

    private void value(Object value) {
        switch (value) {
            case Record record -> object(record);
            case List<?> list -> {
                json.writeStartArray();
                list.forEach(this::value);
                json.writeEndArray();
            }
            case Long number -> json.writeNumber(number);
            case Integer number -> json.writeNumber(number);
            case Boolean truth -> json.writeBoolean(truth);
            default -> json.writeString(value.toString());
        }
    }

    private void object(Record record) {
        json.writeStartObject();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            json.writeName(component.getName());
            try {
                value(component.getAccessor().invoke(record));
            } catch (IllegalAccessException | InvocationTargetException impossible) {
                throw new AssertionError("the accessor of a public record can be called", impossible);
            }
        }
        json.writeEndObject();
    }
}
