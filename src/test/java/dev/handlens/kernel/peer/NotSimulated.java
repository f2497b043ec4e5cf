package dev.handlens.kernel.peer;

import java.util.LinkedHashMap;
import java.util.Map;

/// Steps whose answer our machine has nothing to say to, each with the reason: all of them are in this table. They are left out of the
/// count; what the recording saw of a handle after them is compared all the same.
final class NotSimulated {
    private static final String LENGTH = "structures have the length they should have: a call's arguments are values";
    private static final String PROTECTION = "pages have no protection";
    private static final String FILES = "the file system has no directories and no share modes: every name on the disk can be opened";
    private static final String ALL_HANDLES = "the handles of all processes are shown by the window, there is no call for them";
    private static final String COUNT = "a process's handles are counted by its table, there is no call for it; the count itself is compared";

    private static final Map<String, String> STEPS = steps();

    private NotSimulated() {}

    private static Map<String, String> steps() {
        Map<String, String> steps = new LinkedHashMap<>();
        steps.put("create-invalid-parameters p 7", PROTECTION);
        steps.put("create-invalid-parameters p 10", LENGTH);
        for (int step : new int[] {2, 3, 5, 6, 13, 21, 22, 33}) {
            steps.put("files p " + step, FILES);
        }
        for (int step : new int[] {5, 6, 10}) {
            steps.put("system-handle-information p " + step, ALL_HANDLES);
        }
        for (int step : new int[] {2, 4, 6}) {
            steps.put("table-growth p " + step, COUNT);
        }
        for (int step : new int[] {24, 34}) {
            steps.put("dup-cross-process p " + step, COUNT);
        }
        return steps;
    }

    /// Steps and reasons, in the order of the recording.
    static Map<String, String> all() {
        return STEPS;
    }
}
