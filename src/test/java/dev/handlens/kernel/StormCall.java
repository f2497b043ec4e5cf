package dev.handlens.kernel;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Collectors;

/// One call of a storm.
///
/// @param caller who makes it
/// @param call the call
/// @param pin handle value to give, or 0
record StormCall(Caller caller, KernelCall call, long pin) {

    /// The line of a test that makes the call again.
    String asJava() {
        return "storm.make(" + java(caller) + ", " + java(call) + ", " + java(pin) + ");";
    }

    /// A value as an expression of Java.
    static String java(Object value) {
        return switch (value) {
            case null -> "null";
            case String text -> "\"" + text.replace("\\", "\\\\") + "\"";
            case Long number -> number + "L";
            case Enum<?> constant -> constant.getDeclaringClass().getSimpleName() + "." + constant.name();
            case List<?> list -> list.stream().map(StormCall::java).collect(Collectors.joining(", ", "List.of(", ")"));
            case Record record -> javaOfRecord(record);
            default -> value.toString();
        };
    }

    private static String javaOfRecord(Record record) {
        StringBuilder text = new StringBuilder("new ");
        text.append(record instanceof KernelCall ? "KernelCall." : "").append(record.getClass().getSimpleName()).append("(");
        String separator = "";
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                text.append(separator).append(java(component.getAccessor().invoke(record)));
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
            separator = ", ";
        }
        return text.append(")").toString();
    }
}
