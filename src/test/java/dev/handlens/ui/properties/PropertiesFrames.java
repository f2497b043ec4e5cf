package dev.handlens.ui.properties;

import dev.handlens.lens.HandleKey;
import dev.handlens.lens.PropertiesFrame;
import dev.handlens.lens.PropertiesFrame.Fact;
import dev.handlens.lens.PropertiesFrame.Group;
import dev.handlens.lens.PropertiesFrame.Holder;
import dev.handlens.lens.Selection;
import java.util.List;
import java.util.Locale;

/// Properties as the lens makes them, for tests and pictures.
final class PropertiesFrames {
    private PropertiesFrames() {}

    /// The device file of MakeFred after its first close.
    static PropertiesFrame file() {
        Group basic = new Group("", List.of(
                new Fact("Object", "0x8C7", true, ""),
                new Fact("Handle count", "2", false, "was 3"),
                new Fact("Pointer count", "2", false, "one per handle, no other reference"),
                new Fact("Charged", "nonpaged", false, "File 336 bytes"),
                new Fact("Opened by", "step 3", false, "fred!main+0x12"),
                new Fact("If 0x18 is closed", "", false, "object stays: 0x1C holds it")));
        return new PropertiesFrame("File", "\\Device\\Gizmo", List.of(basic),
                List.of(handle("fred.exe", 0x18), handle("fred.exe", 0x1C)), "");
    }

    /// A long file, held by three processes, a running request and a driver.
    static PropertiesFrame shared() {
        Group basic = new Group("", List.of(
                new Fact("Object", "0x8C7", true, ""),
                new Fact("Handle count", "4", false, ""),
                new Fact("Pointer count", "6", false, "two more than handles")));
        Group type = new Group("File", List.of(
                new Fact("Device", "\\Device\\HarddiskVolume2", true, ""),
                new Fact("Path", "\\Logs\\2026\\fred.log", true, ""),
                new Fact("Access", "read, write", false, "0x0012019F"),
                new Fact("Share", "read", false, "nobody else may write or delete while it is open")));
        return new PropertiesFrame(
                "File",
                "\\Device\\HarddiskVolume2\\Logs\\2026\\fred.log",
                List.of(basic, type),
                List.of(
                        handle("fred.exe", 0x18),
                        handle("fred.exe", 0x24),
                        handle("server.exe", 0x9C),
                        handle("svchost.exe", 0x1A4),
                        new Holder(false, "gizmo.sys", "step 12", new Selection.OfObject(4)),
                        new Holder(false, "running request", "step 14", null)),
                "");
    }

    /// An event without a name.
    static PropertiesFrame unnamed() {
        Group basic = new Group("", List.of(new Fact("Object", "0x001", true, ""), new Fact("Handle count", "1", false, "")));
        return new PropertiesFrame("Event", "", List.of(basic), List.of(), "");
    }

    /// Nothing is selected.
    static PropertiesFrame nothing() {
        return new PropertiesFrame("", "", List.of(), List.of(), "Select a handle, an object or a process to see its properties.");
    }

    private static Holder handle(String process, long value) {
        String who = process + " 0x" + Long.toHexString(value).toUpperCase(Locale.ROOT);
        return new Holder(true, who, "read, write", new Selection.OfHandle(new HandleKey(2184, value, 3)));
    }
}
