package dev.handlens.scenario;

import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.ObjectAttributes;
import dev.handlens.kernel.ps.ThreadObject;
import java.util.List;
import java.util.function.ToIntFunction;

/// Numbers that the words of the Windows headers stand for. The grammar lets no other words pass.
final class WordBits {
    private WordBits() {}

    /// The bits of OBJ_ attributes, by name or number.
    static int attributes(List<YamlNode.Text> items) {
        return bits(items, WordBits::attribute);
    }

    /// The bits of DUPLICATE_ options, by name or number.
    static int options(List<YamlNode.Text> items) {
        return bits(items, WordBits::option);
    }

    /// What a THREAD_PRIORITY_ value adds to the priority of its process.
    static int priority(String name) {
        return switch (name) {
            case "THREAD_PRIORITY_IDLE" -> -ThreadObject.SATURATION;
            case "THREAD_PRIORITY_TIME_CRITICAL" -> ThreadObject.SATURATION;
            default -> FieldKind.PRIORITIES.indexOf(name) - FieldKind.PRIORITIES.indexOf("THREAD_PRIORITY_NORMAL");
        };
    }

    private static int bits(List<YamlNode.Text> items, ToIntFunction<String> named) {
        int bits = 0;
        for (YamlNode.Text item : items) {
            boolean number = Scalars.kindOfPlain(item.value()) == Scalars.Kind.WHOLE;
            bits |= number ? (int) Scalars.whole(item.value()) : named.applyAsInt(item.value());
        }
        return bits;
    }

    private static int attribute(String name) {
        return switch (name) {
            case "OBJ_PROTECT_CLOSE" -> ObjectAttributes.PROTECT_CLOSE;
            case "OBJ_INHERIT" -> ObjectAttributes.INHERIT;
            case "OBJ_AUDIT_OBJECT_CLOSE" -> ObjectAttributes.AUDIT_OBJECT_CLOSE;
            case "OBJ_PERMANENT" -> ObjectAttributes.PERMANENT;
            case "OBJ_EXCLUSIVE" -> ObjectAttributes.EXCLUSIVE;
            case "OBJ_CASE_INSENSITIVE" -> ObjectAttributes.CASE_INSENSITIVE;
            case "OBJ_OPENIF" -> ObjectAttributes.OPENIF;
            case "OBJ_OPENLINK" -> ObjectAttributes.OPENLINK;
            case "OBJ_KERNEL_HANDLE" -> ObjectAttributes.KERNEL_HANDLE;
            case "OBJ_KERNEL_EXCLUSIVE" -> ObjectAttributes.KERNEL_EXCLUSIVE;
            case "OBJ_FORCE_ACCESS_CHECK" -> ObjectAttributes.FORCE_ACCESS_CHECK;
            default -> throw new IllegalStateException("the grammar lets '" + name + "' pass as an attribute");
        };
    }

    private static int option(String name) {
        return switch (name) {
            case "DUPLICATE_CLOSE_SOURCE" -> KernelCall.NtDuplicateObject.CLOSE_SOURCE;
            case "DUPLICATE_SAME_ACCESS" -> KernelCall.NtDuplicateObject.SAME_ACCESS;
            case "DUPLICATE_SAME_ATTRIBUTES" -> KernelCall.NtDuplicateObject.SAME_ATTRIBUTES;
            default -> throw new IllegalStateException("the grammar lets '" + name + "' pass as an option");
        };
    }
}
