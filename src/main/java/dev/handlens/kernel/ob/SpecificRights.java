package dev.handlens.kernel.ob;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Names of the access rights that only one type has, as the Windows headers spell them. Rights that came after Windows 7, such as
/// `JOB_OBJECT_IMPERSONATE`, are left out.
///
/// @param prefix what all the names begin with, such as `EVENT_`; empty when there are no names
/// @param names bit to name, lowest bit first
record SpecificRights(String prefix, SequencedMap<Integer, String> names) {

    /// The rights of a type.
    ///
    /// @param typeName name of the type, such as `Event`
    /// @return its rights; none for a type whose rights have no public names
    static SpecificRights of(String typeName) {
        return switch (typeName) {
            case "Type" -> named("OBJECT_TYPE_", "CREATE");
            case "Directory" -> named("DIRECTORY_", "QUERY", "TRAVERSE", "CREATE_OBJECT", "CREATE_SUBDIRECTORY");
            case "SymbolicLink" -> named("SYMBOLIC_LINK_", "QUERY");
            case "Token" -> named("TOKEN_", "ASSIGN_PRIMARY", "DUPLICATE", "IMPERSONATE", "QUERY", "QUERY_SOURCE", "ADJUST_PRIVILEGES",
                    "ADJUST_GROUPS", "ADJUST_DEFAULT", "ADJUST_SESSIONID");
            case "Job" -> named("JOB_OBJECT_", "ASSIGN_PROCESS", "SET_ATTRIBUTES", "QUERY", "TERMINATE", "SET_SECURITY_ATTRIBUTES");
            case "Process" -> named("PROCESS_", "TERMINATE", "CREATE_THREAD", "SET_SESSIONID", "VM_OPERATION", "VM_READ", "VM_WRITE",
                    "DUP_HANDLE", "CREATE_PROCESS", "SET_QUOTA", "SET_INFORMATION", "QUERY_INFORMATION", "SUSPEND_RESUME",
                    "QUERY_LIMITED_INFORMATION");
            case "Thread" -> named("THREAD_", "TERMINATE", "SUSPEND_RESUME", "ALERT", "GET_CONTEXT", "SET_CONTEXT", "SET_INFORMATION",
                    "QUERY_INFORMATION", "SET_THREAD_TOKEN", "IMPERSONATE", "DIRECT_IMPERSONATION", "SET_LIMITED_INFORMATION",
                    "QUERY_LIMITED_INFORMATION", "RESUME");
            case "DebugObject" -> named("DEBUG_", "READ_EVENT", "PROCESS_ASSIGN", "SET_INFORMATION", "QUERY_INFORMATION");
            case "Event" -> named("EVENT_", "QUERY_STATE", "MODIFY_STATE");
            case "Mutant" -> named("MUTANT_", "QUERY_STATE");
            case "Semaphore" -> named("SEMAPHORE_", "QUERY_STATE", "MODIFY_STATE");
            case "Timer" -> named("TIMER_", "QUERY_STATE", "MODIFY_STATE");
            case "KeyedEvent" -> named("KEYEDEVENT_", "WAIT", "WAKE");
            case "WindowStation" -> named("WINSTA_", "ENUMDESKTOPS", "READATTRIBUTES", "ACCESSCLIPBOARD", "CREATEDESKTOP",
                    "WRITEATTRIBUTES", "ACCESSGLOBALATOMS", "EXITWINDOWS", "", "ENUMERATE", "READSCREEN");
            case "Desktop" -> named("DESKTOP_", "READOBJECTS", "CREATEWINDOW", "CREATEMENU", "HOOKCONTROL", "JOURNALRECORD",
                    "JOURNALPLAYBACK", "ENUMERATE", "WRITEOBJECTS", "SWITCHDESKTOP");
            case "IoCompletion" -> named("IO_COMPLETION_", "QUERY_STATE", "MODIFY_STATE");
            case "File" -> named("FILE_", "READ_DATA", "WRITE_DATA", "APPEND_DATA", "READ_EA", "WRITE_EA", "EXECUTE", "DELETE_CHILD",
                    "READ_ATTRIBUTES", "WRITE_ATTRIBUTES");
            case "Section" -> named("SECTION_", "QUERY", "MAP_WRITE", "MAP_READ", "MAP_EXECUTE", "EXTEND_SIZE");
            case "Key" -> named("KEY_", "QUERY_VALUE", "SET_VALUE", "CREATE_SUB_KEY", "ENUMERATE_SUB_KEYS", "NOTIFY", "CREATE_LINK");
            case "ALPC Port" -> named("PORT_", "CONNECT");
            default -> named("");
        };
    }

    /// Rights at bits 0, 1, 2, … in turn; an empty name leaves its bit out.
    private static SpecificRights named(String prefix, String... names) {
        SequencedMap<Integer, String> rights = new LinkedHashMap<>();
        for (int bit = 0; bit < names.length; bit++) {
            if (!names[bit].isEmpty()) {
                rights.put(1 << bit, prefix + names[bit]);
            }
        }
        return new SpecificRights(prefix, Collections.unmodifiableSequencedMap(rights));
    }
}
