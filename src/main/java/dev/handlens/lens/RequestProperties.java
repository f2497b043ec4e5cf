package dev.handlens.lens;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.io.DriverObject;
import dev.handlens.kernel.io.Irp;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ps.ThreadObject;
import java.util.ArrayList;
import java.util.List;

/// The properties of a selected request: where it is, who sent it, and what it keeps.
final class RequestProperties {
    private final Kernel kernel;
    private final Irp irp;
    private final List<PropertiesFrame.Fact> facts = new ArrayList<>();

    private RequestProperties(Subject subject) {
        kernel = subject.kernel();
        irp = subject.request();
    }

    static PropertiesFrame of(Sight sight, Subject subject) {
        return new RequestProperties(subject).project(sight, subject);
    }

    private PropertiesFrame project(Sight sight, Subject subject) {
        mono("Request", Words.hex(irp.id()), subject.isGone() ? "completed at " + Sight.step(subject.goneAt()) : "");
        mono("Control code", Words.hex(irp.controlCode() & 0xFFFF_FFFFL), "");
        add(subject.isGone() ? "Was last" : "Where", Requests.detail(kernel, irp), "");
        add("Waited for", irp.synchronous() ? "yes" : "no", irp.synchronous() ? "its thread waits inside the call" : "overlapped");
        String site = CallSites.site(CallSites.stack(sight.program(), irp.bornAt()));
        add("Sent at", Sight.step(irp.bornAt()), site);
        add("Charged", "nonpaged", "Irp " + Words.count(Irp.bytes(kernel.machine().architecture()), "byte"));
        List<PropertiesFrame.Fact> basics = List.copyOf(facts);
        facts.clear();
        keeps("File", irp.file());
        keeps("Event", irp.event());
        List<PropertiesFrame.Group> groups = new ArrayList<>();
        groups.add(new PropertiesFrame.Group("", basics));
        if (!facts.isEmpty()) {
            groups.add(new PropertiesFrame.Group(subject.isGone() ? "It kept" : "It keeps", List.copyOf(facts)));
        }
        PropertiesFrame.Gone gone = subject.isGone()
                ? new PropertiesFrame.Gone("completed at " + Sight.step(subject.goneAt()), true)
                : null;
        return new PropertiesFrame(
                "IRP", "IRP_MJ_DEVICE_CONTROL", gone, List.copyOf(groups), subject.isGone() ? List.of() : holders(), "");
    }

    private void keeps(String label, int id) {
        KObject object = kernel.object(id);
        if (object != null) {
            add(label, Naming.nameOf(kernel, object).isEmpty() ? Words.hex(id) : Naming.nameOf(kernel, object), "");
        }
    }

    private List<PropertiesFrame.Holder> holders() {
        List<PropertiesFrame.Holder> holders = new ArrayList<>();
        if (kernel.object(irp.driver()) instanceof DriverObject driver) {
            holders.add(new PropertiesFrame.Holder(false, driver.image(), irp.state().words(), new Selection.OfObject(driver.id())));
        }
        if (kernel.object(irp.thread()) instanceof ThreadObject thread) {
            holders.add(new PropertiesFrame.Holder(false, Naming.title(kernel, thread), "in its list of requests",
                    new Selection.OfObject(thread.id())));
        }
        return List.copyOf(holders);
    }

    private void add(String label, String value, String remark) {
        facts.add(new PropertiesFrame.Fact(label, value, false, remark));
    }

    private void mono(String label, String value, String remark) {
        facts.add(new PropertiesFrame.Fact(label, value, true, remark));
    }
}
