package dev.handlens.scenario;

import dev.handlens.kernel.NtStatus;
import dev.handlens.kernel.ob.ObjectType;
import java.util.Arrays;
import java.util.List;

/// What an argument of a call is; decides what may be written for it.
enum FieldKind {
    HANDLE("handle"),
    HANDLES("list of handles"),
    POINTER("variable"),
    ACCESS("rights"),
    ATTRIBUTES("attributes"),
    OPTIONS("options"),
    OBJECT_NAME("name"),
    FILE_PATH("path"),
    KEY_PATH("path"),
    NT_PATH("path"),
    TEXT("text"),
    COUNT("number"),
    CODE("number"),
    SIZE("size"),
    FLAG("true or false"),
    TIMEOUT("time or infinite"),
    EVENT_KIND("kind"),
    TYPE("object type"),
    MODE("mode"),
    STATUS("status"),
    POOL("pool"),
    PRIORITY("priority"),
    TAG("tag"),
    PROCESS("cast name"),
    THREAD("cast name"),
    DRIVER("cast name");

    /// A variable's name. Without groups that repeat: those make the expression recurse as deep as the text is long.
    static final String VARIABLE = "[A-Za-z_][A-Za-z0-9_.]*";
    /// A name of a cast member.
    static final String CAST_NAME = "[A-Za-z_][A-Za-z0-9_.-]*";
    static final String SELF = "self";
    static final String SELF_THREAD = "self-thread";
    static final String INFINITE = "infinite";
    static final List<String> ATTRIBUTE_NAMES = List.of(
            "OBJ_INHERIT", "OBJ_PERMANENT", "OBJ_EXCLUSIVE", "OBJ_CASE_INSENSITIVE", "OBJ_OPENIF", "OBJ_OPENLINK", "OBJ_KERNEL_HANDLE",
            "OBJ_FORCE_ACCESS_CHECK", "OBJ_KERNEL_EXCLUSIVE", "OBJ_PROTECT_CLOSE", "OBJ_AUDIT_OBJECT_CLOSE");
    static final List<String> OPTION_NAMES = List.of("DUPLICATE_CLOSE_SOURCE", "DUPLICATE_SAME_ACCESS", "DUPLICATE_SAME_ATTRIBUTES");
    static final List<String> EVENT_KINDS = List.of("NotificationEvent", "SynchronizationEvent");
    static final List<String> POOLS = List.of("paged", "nonpaged");
    static final List<String> PRIORITIES = List.of("THREAD_PRIORITY_IDLE", "THREAD_PRIORITY_LOWEST", "THREAD_PRIORITY_BELOW_NORMAL",
            "THREAD_PRIORITY_NORMAL", "THREAD_PRIORITY_ABOVE_NORMAL", "THREAD_PRIORITY_HIGHEST", "THREAD_PRIORITY_TIME_CRITICAL");
    static final String POOL_TAG = "[ -~]{1,4}";
    static final List<String> MODES = List.of("UserMode", "KernelMode");

    private final String label;

    FieldKind(String label) {
        this.label = label;
    }

    /// What to call it in the reference.
    String label() {
        return label;
    }

    /// Whether it is written as one word or as a list of words.
    boolean isList() {
        return switch (this) {
            case HANDLES, ACCESS, ATTRIBUTES, OPTIONS -> true;
            default -> false;
        };
    }

    /// Whether a number means something else without quotes than with them.
    boolean takesNumbers() {
        return switch (this) {
            case HANDLE, HANDLES, ACCESS, ATTRIBUTES, OPTIONS, COUNT, CODE, SIZE, TIMEOUT -> true;
            case POINTER, OBJECT_NAME, FILE_PATH, KEY_PATH, NT_PATH, TEXT, FLAG, EVENT_KIND, TYPE, MODE, STATUS, POOL, PRIORITY, TAG,
                    PROCESS, THREAD, DRIVER -> false;
        };
    }

    /// What may be written.
    ///
    /// @param type the type whose rights `ACCESS` means, or null for every type
    Shape shape(ObjectType type) {
        return switch (this) {
            case HANDLE -> new Shape.Named("handle");
            case HANDLES -> new Shape.Items(new Shape.Named("handle"), 1);
            case POINTER -> Shape.Matching.text("a variable", VARIABLE);
            case ACCESS -> new Shape.Named(accessName(type));
            case ATTRIBUTES -> wordOrWords("an OBJ_ attribute", ATTRIBUTE_NAMES);
            case OPTIONS -> wordOrWords("a DUPLICATE_ option", OPTION_NAMES);
            case OBJECT_NAME -> Grammar.text("an object's name");
            case FILE_PATH -> Shape.Matching.text("an absolute path such as C:\\log.txt, \\\\.\\Gizmo or \\Device\\Gizmo",
                    "(\\\\|[A-Za-z]:\\\\).*");
            case KEY_PATH -> Shape.Matching.text(
                    "a key's path such as HKLM\\Software or \\REGISTRY\\MACHINE\\Software",
                    "(\\\\|(HKLM|HKCU|HKU|HKCR|HKEY_LOCAL_MACHINE|HKEY_CURRENT_USER|HKEY_USERS|HKEY_CLASSES_ROOT)(\\\\|$)).*");
            case NT_PATH -> Grammar.text("a path such as \\BaseNamedObjects\\Ready");
            case TEXT -> Grammar.text("text");
            case COUNT -> new Shape.Whole("a whole number", 0, Integer.MAX_VALUE);
            case CODE -> new Shape.Whole("a whole number of 32 bits", 0, 0xFFFF_FFFFL);
            case SIZE -> Shape.Matching.textOrNumber("a size such as 64KB", Scalars.SIZE);
            case FLAG -> new Shape.Truth();
            case TIMEOUT -> Shape.Matching.textOrNumber("a time such as 20ms, or infinite", Scalars.DURATION + "|" + INFINITE);
            case EVENT_KIND -> new Shape.Words("a kind of event", EVENT_KINDS, false);
            case TYPE -> new Shape.Words("an object type", Arrays.stream(ObjectType.values()).map(ObjectType::typeName).toList(), false);
            case MODE -> new Shape.Words("a processor mode", MODES, false);
            case POOL -> new Shape.Words("a pool", POOLS, false);
            case PRIORITY -> new Shape.Words("a THREAD_PRIORITY_ value", PRIORITIES, false);
            case TAG -> Shape.Matching.text("a pool tag: four characters", POOL_TAG);
            case STATUS -> new Shape.Words("a status", Arrays.stream(NtStatus.values()).map(NtStatus::name).toList(), false);
            case PROCESS -> Shape.Matching.text("the cast name of a process", CAST_NAME);
            case THREAD -> Shape.Matching.text("the cast name of a thread or process", CAST_NAME);
            case DRIVER -> Shape.Matching.text("the cast name of a driver, or a file name such as gizmo.sys", CAST_NAME);
        };
    }

    /// The name under which the shape of a type's rights is defined.
    static String accessName(ObjectType type) {
        return type == null ? "access" : "access-" + type.typeName();
    }

    static Shape wordOrWords(String what, List<String> words) {
        return new Shape.ByKind(new Shape.Words(what, words, true), new Shape.Items(new Shape.Words(what, words, true), 1), null);
    }
}
