package dev.handlens.lens;

import dev.handlens.kernel.EventKind;
import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.cm.KeyObject;
import dev.handlens.kernel.ex.EventObject;
import dev.handlens.kernel.ex.MutantObject;
import dev.handlens.kernel.ex.SemaphoreObject;
import dev.handlens.kernel.ex.TimerObject;
import dev.handlens.kernel.ex.WaitableObject;
import dev.handlens.kernel.io.DeviceObject;
import dev.handlens.kernel.io.DriverObject;
import dev.handlens.kernel.io.FileObject;
import dev.handlens.kernel.mm.SectionObject;
import dev.handlens.kernel.ob.DirectoryObject;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.ReferenceKind;
import dev.handlens.kernel.ob.SymbolicLinkObject;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.kernel.ps.ThreadObject;
import java.util.ArrayList;
import java.util.List;

/// What only objects of one type have.
final class TypeFacts {
    /// Entries of a directory that are named: all 42 types, and not all of a leak.
    private static final int ENTRIES = 64;

    private final Kernel kernel;
    private final List<PropertiesFrame.Fact> facts = new ArrayList<>();

    private TypeFacts(Kernel kernel) {
        this.kernel = kernel;
    }

    /// The facts of an object; none for types without any.
    static List<PropertiesFrame.Fact> of(Kernel kernel, KObject object) {
        TypeFacts facts = new TypeFacts(kernel);
        facts.take(object);
        if (object instanceof WaitableObject waitable && !waitable.waiters().isEmpty()) {
            facts.add("Waiting", Words.list(waitable.waiters().stream().map(tid -> "thread " + tid).toList()), "");
        }
        return facts.facts;
    }

    private void take(KObject object) {
        switch (object) {
            case EventObject event -> {
                add("Reset", event.kind() == EventKind.NOTIFICATION ? "by hand" : "by itself",
                        event.kind() == EventKind.NOTIFICATION ? "notification event" : "synchronization event");
                add("Signaled", event.isSignaled() ? "yes" : "no", "");
            }
            case MutantObject mutant -> {
                add("Owner", mutant.owner() == 0 ? "nobody" : "thread " + mutant.owner(), mutant.isAbandoned() ? "abandoned" : "");
                add("Count", String.valueOf(mutant.count()), "");
            }
            case SemaphoreObject semaphore -> add("Count", String.valueOf(semaphore.count()), "limit " + semaphore.limit());
            case TimerObject timer -> add("Reset", timer.kind() == EventKind.NOTIFICATION ? "by hand" : "by itself", "");
            case FileObject file -> file(file);
            case SectionObject section -> section(section);
            case ProcessObject process -> process(process);
            case ThreadObject thread -> thread(thread);
            case KeyObject key -> mono("Path", key.path());
            case SymbolicLinkObject link -> mono("Target", link.target());
            case DirectoryObject directory -> add("Entries", Words.count(directory.entries().size()), entries(directory));
            case DeviceObject device -> {
                add("Driver", kernel.object(device.driver()) instanceof DriverObject driver ? driver.image() : "none", "");
                add("Open files", Words.count(device.openFiles()), "counted by the device itself");
            }
            case DriverObject driver -> add("Image", driver.image(), "");
            default -> {
                // Type objects have nothing of their own.
            }
        }
    }

    private static String entries(DirectoryObject directory) {
        List<String> names = directory.entries().keySet().stream().limit(ENTRIES).toList();
        int more = directory.entries().size() - names.size();
        return String.join(", ", names) + (more > 0 ? " and " + Words.count(more) + " more" : "");
    }

    private void file(FileObject file) {
        KObject device = kernel.object(file.device());
        mono("Device", device == null ? "gone" : kernel.nameOf(device));
        String deviceName = device == null ? "" : kernel.nameOf(device);
        if (file.path().length() > deviceName.length()) {
            mono("Path", file.path().substring(deviceName.length()));
        }
        if (file.isCleanedUp()) {
            add("Cleanup", "done", "the last handle is closed");
        }
    }

    private void section(SectionObject section) {
        add("Size", Words.bytes(section.size()), "");
        add("Backed by", section.file() == 0 ? "the page file" : Naming.nameOf(kernel, kernel.object(section.file())), "");
        List<String> views = section.references().stream().filter(reference -> reference.kind() == ReferenceKind.MAPPED_VIEW)
                .map(reference -> Holders.who(kernel, section, reference)).toList();
        if (!views.isEmpty()) {
            add("Mapped by", Words.list(views), "");
        }
    }

    private void process(ProcessObject process) {
        String exit = process.isRunning() ? "" : "exit status " + Words.hex(process.exitStatus() & 0xFFFF_FFFFL);
        String keeps = Requests.keeps(kernel, process);
        add("State", process.state().words() + (keeps.isEmpty() ? "" : ": " + keeps), exit);
        add("Threads", Words.count(process.threads()), "");
        if (process.table() != null) {
            add("Handles", Words.count(process.table().count()), "at most " + Words.count(process.peakHandles()));
            add("Handle table", Words.count(process.table().pages(), "page"), Words.count(process.table().levels(), "level"));
        }
        add("Handle tracing", process.trace() == null ? "off" : "on", "");
    }

    private void thread(ThreadObject thread) {
        String state = !thread.isRunning() ? "ended" : thread.isExiting() ? "ending" : thread.isWaiting() ? "waiting" : "running";
        add("State", state, thread.isRunning() ? "" : "exit status " + Words.hex(thread.exitStatus() & 0xFFFF_FFFFL));
        add("Base priority", String.valueOf(thread.basePriority()), "");
        add("Refers to itself", thread.isRunning() ? "yes" : "no", thread.isRunning() ? "until it ends" : "since it has ended");
        if (!thread.startAddress().isEmpty()) {
            mono("Starts at", thread.startAddress());
        }
        if (!thread.waitsFor().isEmpty()) {
            List<String> objects = thread.waitsFor().stream().map(kernel::object).map(object -> Naming.title(kernel, object)).toList();
            add("Waits for", Words.list(objects), thread.waitsForAll() ? "for all at once" : "");
        } else if (thread.wokenWith() != null) {
            add("Last wait", StateWords.wait(thread.wokenWith(), thread.wokenBy(), thread.wokenBy() > 0), "");
        }
    }

    private void add(String label, String value, String remark) {
        facts.add(new PropertiesFrame.Fact(label, value, false, remark));
    }

    private void mono(String label, String value) {
        facts.add(new PropertiesFrame.Fact(label, value, true, ""));
    }
}
