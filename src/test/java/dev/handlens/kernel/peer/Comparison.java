package dev.handlens.kernel.peer;

import dev.handlens.kernel.NtStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Compares what our kernel says with the recording, step by step, and explains what differs.
///
/// A step is disputed when the lists of differences name it; then the fields they name must have the value of Windows. When Windows gives
/// no handle where the recorded run got one, the steps that use this handle follow from the dispute: ours must answer them with
/// `STATUS_INVALID_HANDLE`, and until the recorded run closes it, it counts one handle more.
final class Comparison {
    private static final long INVALID_HANDLE = Integer.toUnsignedLong(NtStatus.STATUS_INVALID_HANDLE.code());
    private static final long ACCESS_DENIED = Integer.toUnsignedLong(NtStatus.STATUS_ACCESS_DENIED.code());
    /// Handles of a process at the steps where the recorded run was told 0 because its implementation does not count them.
    private static final Map<String, Long> REAL_HANDLE_COUNTS = Map.of(
            "table-growth p 2", 1200L, "table-growth p 4", 0L, "table-growth p 6", 1L,
            "dup-cross-process p 24", 4L, "dup-cross-process p 34", 0L);

    private final Map<String, List<Difference>> differences = new LinkedHashMap<>();
    private final List<String> unexplained = new ArrayList<>();
    private final Set<String> notSimulated = NotSimulated.all().keySet();
    private final List<String> missing = new ArrayList<>();
    private int undisputed;
    private int agreed;
    private int disputed;
    private int asWindows;
    private int following;

    Comparison(List<Difference> known) {
        known.forEach(difference -> differences.computeIfAbsent(difference.key(), _ -> new ArrayList<>()).add(difference));
    }

    /// Compares a sequence.
    ///
    /// @param seen what ours said, by step and field
    void compare(List<RecordedStep> sequence, Map<String, Map<String, Long>> seen) {
        missing.clear();
        sequence.forEach(step -> compare(step, seen.get(step.key())));
    }

    private void compare(RecordedStep step, Map<String, Long> ours) {
        List<Difference> disputes = differences.getOrDefault(step.key(), List.of());
        for (Difference dispute : disputes) {
            disputed++;
            if (isAsOnWindows(dispute, ours)) {
                asWindows++;
            } else {
                unexplained.add(step.key() + " " + step.call() + ": " + dispute.field() + " is " + shown(ours.get(dispute.field()))
                        + " and on Windows " + dispute.windows());
            }
        }
        if (usesMissing(step)) {
            following++;
            follow(step, ours);
            return;
        }
        boolean gotNone = step.fields().containsKey("out") && step.number("handle") != 0 && ours.getOrDefault("handle", 0L) == 0;
        if (gotNone) {
            missing.add(step.fields().get("out").toString());
        }
        List<String> disagreements = disagreements(step, ours, disputes.stream().map(Difference::field).toList());
        unexplained.addAll(disagreements);
        if (disputes.isEmpty() && !notSimulated.contains(step.key()) && !step.compared().isEmpty()) {
            undisputed++;
            agreed += disagreements.isEmpty() ? 1 : 0;
        }
    }

    private List<String> disagreements(RecordedStep step, Map<String, Long> ours, List<String> disputed) {
        List<String> found = new ArrayList<>();
        boolean accessDenied = ours.getOrDefault("status", 0L) == ACCESS_DENIED;
        for (String field : step.compared()) {
            boolean explained = disputed.contains(field)
                    || field.equals("status") && (notSimulated.contains(step.key()) || disputed.contains("access") && accessDenied)
                    || !field.equals("status") && missing.contains(step.fields().get("of"));
            long theirs = step.number(field) - (field.equals("handleCount") ? missing.size() : 0);
            if (!explained && !Long.valueOf(theirs).equals(ours.get(field))) {
                String what = step.key() + " " + step.call() + ": " + field;
                found.add(what + " is " + shown(ours.get(field)) + ", recorded was " + shown(theirs));
            }
        }
        return found;
    }

    private boolean usesMissing(RecordedStep step) {
        return step.arguments().values().stream().anyMatch(argument -> argument != null && missing.contains(argument.toString()));
    }

    private void follow(RecordedStep step, Map<String, Long> ours) {
        if (ours.get("status") != INVALID_HANDLE) {
            unexplained.add(step.key() + " " + step.call() + ": its handle is not there, and status is " + shown(ours.get("status")));
        }
        if (step.call().equals("NtClose")) {
            missing.remove(step.text("handle"));
        }
    }

    private static boolean isAsOnWindows(Difference dispute, Map<String, Long> ours) {
        Long value = ours.get(dispute.field());
        return switch (dispute.field()) {
            case "processHandleCount" -> REAL_HANDLE_COUNTS.get(dispute.key()).equals(value);
            case "object" -> value.equals(ours.get("child"));
            case "handle" -> dispute.windows().contains("same slot") ? value.equals(ours.get("source")) : value > 0 && value % 4 == 0;
            default -> dispute.values().contains(value) || dispute.allowsAccessDenied() && ours.get("status") == ACCESS_DENIED;
        };
    }

    private static String shown(Long value) {
        return value == null ? "none" : "0x" + Long.toHexString(value);
    }

    /// What neither list explains, or what is not as on Windows.
    List<String> unexplained() {
        return unexplained;
    }

    /// The numbers in words.
    String summary() {
        return "agrees on " + agreed + " of " + undisputed + " undisputed steps, and with Windows on " + asWindows + " of " + disputed
                + " disputed (" + following + " more steps follow from those, " + notSimulated.size() + " are not simulated)";
    }
}
