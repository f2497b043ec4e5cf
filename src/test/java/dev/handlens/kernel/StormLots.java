package dev.handlens.kernel;

import dev.handlens.kernel.se.AccessMask;
import java.util.List;
import java.util.SplittableRandom;

/// Lots, and words and numbers drawn by lot that depend on no machine.
class StormLots {
    static final List<String> DRIVERS = List.of("ntfs.sys", "storm.sys", "gizmo.sys", "lost.sys", "list.sys", "csq.sys");
    private static final List<String> PATHS = List.of("\\BaseNamedObjects\\", "\\BaseNamedObjects\\", "\\BaseNamedObjects\\",
            "\\BaseNamedObjects\\dir\\", "\\GLOBAL??\\", "\\link\\", "\\", "\\nowhere\\", "\\BaseNamedObjects\\A\\", "");
    static final List<String> LEAVES = List.of("A", "B", "b", "C", "D", "E", "F", "G", "dir", "link", "x\\y", "", "D\\", "\\");
    private static final List<String> NAMES_OF_BOOT = List.of("\\BaseNamedObjects", "\\KnownDlls", "\\Device", "\\Driver", "\\??",
            "\\DosDevices", "\\GLOBAL??\\C:", "\\ObjectTypes\\Event", "\\Driver\\ntfs", "\\");

    private final SplittableRandom random;

    StormLots(SplittableRandom random) {
        this.random = random;
    }

    // ---- lots -----------------------------------------------------------------------------------------------------

    boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    int number() {
        return random.nextInt();
    }

    long large() {
        return random.nextLong();
    }

    <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    // ---- words and numbers ----------------------------------------------------------------------------------------

    String driver() {
        return chance(24) ? "none.sys" : pick(DRIVERS);
    }

    EventKind kind() {
        return chance(30) ? null : random.nextBoolean() ? EventKind.NOTIFICATION : EventKind.SYNCHRONIZATION;
    }

    PreviousMode mode() {
        return random.nextBoolean() ? PreviousMode.USER : PreviousMode.KERNEL;
    }

    /// Most threads only look, or wait for a while: those that wait for ever do nothing more.
    long timeout() {
        return chance(2) ? 0 : chance(3) ? -1 : 100;
    }

    int access() {
        return switch (random.nextInt(14)) {
            case 0, 1 -> AccessMask.GENERIC_READ;
            case 2 -> random.nextInt();
            case 3 -> AccessMask.SYNCHRONIZE | 3;
            case 4 -> 0;
            case 5 -> AccessMask.ACCESS_SYSTEM_SECURITY | AccessMask.MAXIMUM_ALLOWED;
            case 6 -> AccessMask.GENERIC_WRITE | AccessMask.SYNCHRONIZE;
            case 7 -> 1 << random.nextInt(21);
            default -> AccessMask.MAXIMUM_ALLOWED;
        };
    }

    /// Attribute bits that any caller might give.
    int bits() {
        int bits = chance(3) ? ObjectAttributes.INHERIT : 0;
        bits |= chance(3) ? ObjectAttributes.CASE_INSENSITIVE : 0;
        bits |= chance(5) ? ObjectAttributes.KERNEL_HANDLE : 0;
        bits |= chance(16) ? ObjectAttributes.FORCE_ACCESS_CHECK : 0;
        bits |= chance(25) ? ObjectAttributes.EXCLUSIVE : 0;
        return bits | (chance(30) ? 1 << random.nextInt(18) : 0);
    }

    String name() {
        return chance(20) ? pick(NAMES_OF_BOOT) : pick(PATHS) + pick(LEAVES);
    }

    /// What a security descriptor gives to programs.
    int allowed() {
        return chance(12) ? random.nextInt() : -1;
    }
}
