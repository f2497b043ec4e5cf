package dev.handlens.ui.handles;

import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.lens.Change;
import dev.handlens.lens.HandleKey;
import dev.handlens.lens.HandleRow;
import dev.handlens.lens.HandlesFrame;
import dev.handlens.lens.RowSource;
import dev.handlens.lens.Selection;
import dev.handlens.lens.View;
import java.util.ArrayList;
import java.util.List;

/// Handle lists to draw and to test with.
final class HandleSamples {
    static final int FRED = 2184;

    private HandleSamples() {}

    static View view() {
        return new View(null, FRED, View.Watch.EVERY_EVENT, 1_000, View.Highlight.UNTIL_NEXT_STEP, false, "", List.of(), true, false);
    }

    static View select(HandleRow row) {
        return view().withSelection(new Selection.OfHandle(row.key()));
    }

    static HandleRow row(long value, ObjectType type, String name, String access, Change change, long openedAt) {
        return row(value, type, name, access, change, openedAt, false);
    }

    static HandleRow row(
            long value, ObjectType type, String name, String access, Change change, long openedAt, boolean recycled) {
        return new HandleRow(
                new HandleKey(FRED, value, openedAt), "fred.exe", type, name, 0x0012_0089, access, value == 4, value == 8, false,
                0x8A0 + (int) (value / 4), 2, 3, openedAt * 20, 140, List.of("fred!main+0x12", "kernel32!BaseThreadInitThunk+0xd"), "fred!main+0x12",
                change, recycled, null);
    }

    static List<HandleRow> fred() {
        return List.of(
                row(0x4, ObjectType.KEY, "\\REGISTRY\\MACHINE", "read", Change.NONE, 0),
                row(0x8, ObjectType.DIRECTORY, "\\KnownDlls", "query, traverse", Change.NONE, 0),
                row(0xC, ObjectType.FILE, "\\Device\\HarddiskVolume2\\Windows\\System32\\en-US\\fred.exe.mui", "read", Change.NONE, 0),
                row(0x14, ObjectType.FILE, "\\Device\\Gizmo", "read, write", Change.CLOSED, 3),
                row(0x14, ObjectType.EVENT, "", "all", Change.OPENED, 9, true),
                row(0x18, ObjectType.FILE, "\\Device\\Gizmo", "read, write", Change.OPENED, 5),
                row(0x1C, ObjectType.FILE, "\\Device\\Gizmo", "read, write", Change.OPENED, 7),
                row(0x20, ObjectType.FILE, "\\Device\\HarddiskVolume2\\Temp\\a.tmp", "write", Change.FLASHED, 8));
    }

    static HandlesFrame frame(List<HandleRow> rows) {
        return frame(rows, 1, 0, 0, "");
    }

    static HandlesFrame frame(List<HandleRow> rows, int hiddenUnnamed, int filteredOut, long unseen, String empty) {
        long opened = rows.stream().filter(row -> row.change() == Change.OPENED).count();
        long closed = rows.stream().filter(row -> row.change() == Change.CLOSED).count();
        return new HandlesFrame(FRED, "fred.exe", RowSource.of(rows, HandleRow::identity), rows.size(), rows.size(),
                rows.size() - hiddenUnnamed, hiddenUnnamed, filteredOut, 0, List.of(), opened, closed, unseen, "since step 4", empty, null, "", List.of(),
                null, null);
    }

    /// A leak: many events, now and then a file that is closed again.
    static HandlesFrame leak() {
        List<HandleRow> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            boolean file = i % 9 == 7;
            rows.add(row(0x2000A6CL - 4L * i, file ? ObjectType.FILE : ObjectType.EVENT, file ? "\\Device\\Tcp" : "",
                    file ? "read, write" : "all", file ? Change.CLOSED : Change.OPENED, 48_200 - i));
        }
        return new HandlesFrame(1844, "server.exe", RowSource.of(rows, HandleRow::identity), rows.size(), 2_631, 213, 0, 12, 0, List.of(),
                40, 1, 3, "since the refresh at 2.0 s", "", null, "", List.of(), null, null);
    }
}
