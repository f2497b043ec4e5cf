package dev.handlens.kernel;

import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ex.HandleTable;
import dev.handlens.kernel.ex.MutantObject;
import dev.handlens.kernel.ex.WaitableObject;
import dev.handlens.kernel.io.DeviceObject;
import dev.handlens.kernel.io.DriverObject;
import dev.handlens.kernel.io.FileObject;
import dev.handlens.kernel.io.Irp;
import dev.handlens.kernel.mm.SectionObject;
import dev.handlens.kernel.ob.DirectoryObject;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.ob.Reference;
import dev.handlens.kernel.ob.ReferenceKind;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.kernel.ps.ProcessState;
import dev.handlens.kernel.ps.ThreadObject;
import dev.handlens.kernel.se.AccessMask;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;

/// What holds for every state of a kernel, counted anew from handle tables and objects.
final class KernelInvariants {
    private final Kernel kernel;
    private final Map<Integer, Long> handles = new TreeMap<>();
    private final Map<Integer, Integer> openFiles = new TreeMap<>();
    private final Map<Integer, Integer> runningThreads = new TreeMap<>();

    private KernelInvariants(Kernel kernel) {
        this.kernel = kernel;
    }

    /// Checks a state.
    ///
    /// @throws AssertionError with the object and the rule, if one does not hold
    static void check(Kernel kernel) {
        new KernelInvariants(kernel).check();
        PoolRecount.check(kernel);
    }

    private void check() {
        for (ProcessObject process : kernel.processes()) {
            if (process.table() != null) {
                checkTable(process, process.table());
            }
        }
        kernel.objects().forEach(object -> {
            if (object instanceof FileObject file) {
                openFiles.merge(file.device(), 1, Integer::sum);
            }
            if (object instanceof ThreadObject thread && thread.isRunning()) {
                runningThreads.merge(thread.process(), 1, Integer::sum);
            }
        });
        kernel.objects().forEach(this::checkObject);
        kernel.irps().forEach(this::checkIrp);
    }

    /// A request refers to its file and event once each, and is in the list of a thread of its sender that is there, unless it was given up.
    private void checkIrp(Irp irp) {
        String who = "IRP " + irp.id();
        require(kernel.object(irp.id()) == null && irp.id() < kernel.objects().nextId(), who + " has the id of an object");
        require(kernel.object(irp.driver()) instanceof DriverObject driver && driver.behavior().answer().pends(), who + ": its driver keeps nothing");
        require(countOf(irp.file(), irp.id()) == 1, who + " refers to its file once");
        require(irp.event() == 0 || countOf(irp.event(), irp.id()) == 1, who + " refers to its event once");
        if (!irp.isDisowned()) {
            require(kernel.object(irp.thread()) instanceof ThreadObject thread && thread.isRunning(), who + ": its thread is gone");
            require(!irp.synchronous() || waits(irp), who + ": nobody waits for it");
            require(kernel.object(irp.process()) instanceof ProcessObject, who + ": its process is gone");
        }
    }

    private boolean waits(Irp irp) {
        return ((ThreadObject) kernel.object(irp.thread())).waitsForRequests().contains(irp.id());
    }

    private long countOf(int object, int irp) {
        return kernel.object(object).references().stream().filter(r -> r.kind() == ReferenceKind.PENDING_IRP && r.holder() == irp).count();
    }

    private void checkTable(ProcessObject process, HandleTable table) {
        int[] entries = {0};
        table.forEach((handle, first, second) -> {
            entries[0]++;
            KObject object = kernel.object(HandleEntry.object(first));
            String who = process.imageName() + " " + process.pid() + " handle 0x" + Long.toHexString(handle);
            require(object != null, who + " names an object that is gone");
            require(handle % (4L * table.geometry().entriesPerPage()) != 0, who + " is a reserved entry");
            require(HandleEntry.generation(second) > 0, who + " was never handed out");
            handles.merge(object.id(), 1L, Long::sum);
            int known = object.type().validAccess() | AccessMask.ACCESS_SYSTEM_SECURITY;
            require((HandleEntry.access(first) & ~known) == 0, who + " grants what its type does not have");
        });
        require(entries[0] == table.count(), process.pid() + " counts its handles wrong");
        require(table.opened() - table.closed() == table.count(), process.pid() + ": opened less closed is not open");
    }

    private void checkObject(KObject object) {
        String who = object.type().typeName() + " " + object.id() + " " + object.name();
        require(object.handleCount() == handles.getOrDefault(object.id(), 0L), who + ": handle count is not its handles");
        require(object.pointerCount() == object.handleCount() + object.references().size(), who + ": pointer count is not its references");
        require(object.pointerCount() > 0, who + " lives and nothing refers to it");
        for (Reference reference : object.references()) {
            require(isSound(object, reference), who + ": nothing stands behind " + reference);
        }
        if (object.directory() != 0) {
            boolean keeps = object.isPermanent() || object.type() == ObjectType.DEVICE || object.handleCount() > 0;
            require(keeps, who + " is listed without a handle");
            require(kernel.object(object.directory()) instanceof DirectoryObject parent
                    && Objects.equals(parent.entries().get(object.name()), object.id()), who + " is not listed where it says");
        }
        if (object.exclusiveOwner() != 0) {
            require(object.handleCount() > 0 && kernel.object(object.exclusiveOwner()) instanceof ProcessObject,
                    who + ": its owner is gone");
        }
        checkBody(object, who);
    }

    private void checkBody(KObject object, String who) {
        if (object instanceof WaitableObject waitable) {
            for (int tid : waitable.waiters()) {
                ThreadObject thread = kernel.thread(tid);
                require(thread != null && thread.waitsFor().contains(object.id()), who + ": " + tid + " does not wait for it");
            }
        }
        switch (object) {
            case ProcessObject process -> {
                require(kernel.process(process.pid()) == process, who + " is not found by its id");
                require(process.isRunning() == (process.table() != null), who + ": a table belongs to a running process");
                require(process.threads() == runningThreads.getOrDefault(process.id(), 0), who + " counts its threads wrong");
                require(process.isRunning() == process.threads() > 0, who + " runs without a thread, or does not run with one");
                require(process.state() != ProcessState.TERMINATING || !kernel.blockers(process).isEmpty(), who + ": nothing keeps it from ending");
            }
            case ThreadObject thread -> checkThread(thread, who);
            case MutantObject mutant -> require(mutant.owner() == 0
                    || kernel.thread(mutant.owner()).isRunning() && kernel.thread(mutant.owner()).ownedMutants().contains(mutant.id()),
                    who + ": its owner does not know");
            case DeviceObject device -> require(device.openFiles() == openFiles.getOrDefault(device.id(), 0),
                    who + " counts its files wrong");
            case FileObject file -> {
                require(kernel.object(file.device()) instanceof DeviceObject, who + ": its device is gone");
                require(file.isCleanedUp() || file.handleCount() > 0, who + ": its driver was not told of the last close");
            }
            case SectionObject section -> require(section.file() == 0 || kernel.object(section.file()) instanceof FileObject,
                    who + ": its file is gone");
            default -> {
                // Nothing more to say of it.
            }
        }
    }

    private void checkThread(ThreadObject thread, String who) {
        require(kernel.thread(thread.tid()) == thread, who + " is not found by its id");
        require(kernel.object(thread.process()) instanceof ProcessObject, who + ": its process is gone");
        long self = thread.references().stream().filter(r -> r.kind() == ReferenceKind.RUNNING_THREAD).count();
        require(self == (thread.isRunning() ? 1 : 0), who + " refers to itself just while it runs");
        KObject process = kernel.object(thread.process());
        long ofProcess = process.references().stream()
                .filter(r -> r.kind() == ReferenceKind.THREAD_OF_PROCESS && r.holder() == thread.id()).count();
        require(ofProcess == 1, who + " refers to its process once");
        for (int id : thread.waitsFor()) {
            require(thread.isRunning() && kernel.object(id) != null, who + " waits for what is gone");
        }
        for (int id : thread.waitsForRequests()) {
            require(thread.isRunning() && kernel.irps().get(id) != null && kernel.irps().get(id).thread() == thread.id(),
                    who + " waits for a request that is not its own");
        }
        require(!thread.isRunning() || !thread.isExiting() || thread.waitsFor().isEmpty() && !thread.waitsForRequests().isEmpty(),
                who + ": nothing keeps it from ending");
        for (int id : thread.ownedMutants()) {
            require(kernel.object(id) instanceof MutantObject mutant && mutant.owner() == thread.tid(),
                    who + " does not own the mutant " + id);
            require(Collections.frequency(thread.ownedMutants(), id) == 1, who + " owns a mutant twice");
        }
    }

    private boolean isSound(KObject object, Reference reference) {
        KObject holder = kernel.object(reference.holder());
        return switch (reference.kind()) {
            case SYSTEM -> reference.holder() == 0;
            case RUNNING_THREAD -> holder == object;
            case THREAD_OF_PROCESS -> holder instanceof ThreadObject thread && thread.process() == object.id();
            case DIRECTORY_ENTRY -> holder instanceof DirectoryObject && object.directory() == reference.holder();
            case LISTED_CHILD -> holder != null && holder.directory() == object.id();
            case DRIVER -> holder instanceof DriverObject;
            case DEVICE_OF_DRIVER -> object instanceof DeviceObject device && device.driver() == reference.holder();
            case WAITING_THREAD -> holder instanceof ThreadObject thread && thread.waitsFor().contains(object.id());
            case PENDING_IRP -> kernel.irps().get(reference.holder()) instanceof Irp irp
                    && (irp.file() == object.id() || irp.event() == object.id());
            case MAPPED_VIEW -> holder instanceof ProcessObject process && process.isRunning();
            case PROCESS_TOKEN -> holder instanceof ProcessObject process && process.token() == object.id();
            case JOB_MEMBER -> holder instanceof ProcessObject process && process.job() == object.id() && process.isRunning();
            case POOL_BLOCK -> kernel.blocks().get(reference.holder()).chargedTo() == object.id();
            case SECTION_FILE -> holder instanceof SectionObject section && section.file() == object.id();
        };
    }

    static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new AssertionError(sentence);
        }
    }

    /// For sentences that cost something to make: most are never said.
    static void require(boolean holds, Supplier<String> sentence) {
        if (!holds) {
            throw new AssertionError(sentence.get());
        }
    }
}
