package dev.handlens.kernel;

import static dev.handlens.kernel.KernelInvariants.require;

import dev.handlens.kernel.ex.HandleTable;
import dev.handlens.kernel.ex.Pool;
import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.kernel.ex.PoolTag;
import dev.handlens.kernel.ex.TableGeometry;
import dev.handlens.kernel.io.FileObject;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.SymbolicLinkObject;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.kernel.ps.ThreadObject;
import java.util.Map;
import java.util.TreeMap;

/// Both pools, counted anew from what is alive: bytes and blocks by tag, and charges by process.
final class PoolRecount {
    private record Use(long blocks, long bytes) {
        Use and(Use other) {
            return new Use(blocks + other.blocks, bytes + other.bytes);
        }
    }

    private final Kernel kernel;
    private final Map<String, Use> uses = new TreeMap<>();
    private final Map<String, Long> charges = new TreeMap<>();

    private PoolRecount(Kernel kernel) {
        this.kernel = kernel;
    }

    /// Compares the accounts with what is alive.
    ///
    /// @throws AssertionError with the tag or process, if they differ
    static void check(Kernel kernel) {
        PoolRecount recount = new PoolRecount(kernel);
        kernel.objects().forEach(recount::add);
        recount.addClientIds();
        kernel.blocks().forEach(block -> recount.block(block.chargedTo(), block.kind(), block.tag(), block.bytes()));
        recount.checkQuota();
        int irpBytes = kernel.machine().architecture() == Architecture.X64 ? 0xD0 + 0x48 : 0x70 + 0x24;
        kernel.irps().forEach(irp -> recount.block(irp.process(), PoolKind.NONPAGED, PoolTag.IRP, recount.rounded(irpBytes)));
        kernel.threads().forEach(recount::addWait);
        for (PoolKind kind : PoolKind.values()) {
            recount.compare(kind);
        }
    }

    /// What can be seen of both pools without counting anew: no tag and no pool is below nothing or above its limit.
    static void checkGauges(Kernel kernel) {
        for (PoolKind kind : PoolKind.values()) {
            long bytes = kernel.pool().bytes(kind);
            require(bytes >= 0 && bytes <= kernel.pool().limit(kind) && bytes <= kernel.pool().peak(kind), "a gauge is out of its range");
        }
    }

    /// A thread has blocks of its own for three objects.
    private void addWait(ThreadObject thread) {
        int objects = thread.waitsFor().size();
        if (objects > 3) {
            long each = kernel.machine().architecture() == Architecture.X64 ? 0x30 : 0x18;
            block(0, PoolKind.NONPAGED, PoolTag.WAIT_BLOCKS, rounded(each * objects));
        }
    }

    private void add(KObject object) {
        int owner = object.chargedTo();
        int pointer = kernel.machine().architecture().pointerBytes();
        block(owner, object.type().poolKind(), object.type().tag(), object.blockBytes());
        if (object.name() != null) {
            block(owner, PoolKind.PAGED, PoolTag.OBJECT_NAME, rounded(2L * object.name().length() + 2));
        }
        if (object.directory() != 0) {
            block(owner, PoolKind.PAGED, PoolTag.DIRECTORY_ENTRY, rounded(3L * pointer));
        }
        if (object instanceof SymbolicLinkObject link) {
            block(owner, PoolKind.PAGED, PoolTag.LINK_TARGET, rounded(2L * link.target().length()));
        }
        if (object instanceof FileObject file && file.nameBytes() > 0) {
            block(owner, PoolKind.PAGED, PoolTag.FILE_NAME, file.nameBytes());
        }
        if (object instanceof ProcessObject process && process.table() != null) {
            block(process.id(), PoolKind.PAGED, PoolTag.HANDLE_TABLE, rounded(pointer == 8 ? 0x68 : 0x3C));
            pages(process.id(), process.table(), 0);
        }
    }

    /// What a process was charged with is what its objects and small blocks cost.
    private void checkQuota() {
        Map<String, Long> counted = new TreeMap<>();
        kernel.objects().forEach(object -> {
            if (object.quotaProcess() != 0) {
                long bytes = object.type().quotaCharge(kernel.machine().architecture());
                counted.merge(object.type().poolKind() + " " + object.quotaProcess(), bytes, Long::sum);
            }
        });
        kernel.blocks().forEach(block -> counted.merge(block.kind() + " " + block.chargedTo(), block.bytes(), Long::sum));
        for (ProcessObject process : kernel.processes()) {
            for (PoolKind kind : PoolKind.values()) {
                long used = process.pid() == Kernel.SYSTEM_PID ? 0 : counted.getOrDefault(kind + " " + process.id(), 0L);
                require(process.quota().used(kind) == used, kind + " quota of " + process.pid() + " is " + process.quota().used(kind) + ", not " + used);
            }
        }
    }

    /// The first page of the table of client ids is there before anybody could pay for it.
    private void addClientIds() {
        pages(kernel.process(Kernel.SYSTEM_PID).id(), kernel.writableClientIds(), 1);
    }

    private void pages(int owner, HandleTable table, int unpaid) {
        for (int page = unpaid; page < table.pages() + table.midPages(); page++) {
            block(owner, PoolKind.PAGED, PoolTag.HANDLE_TABLE, TableGeometry.PAGE_BYTES);
        }
        if (table.levels() == 3) {
            block(owner, PoolKind.PAGED, PoolTag.HANDLE_TABLE, table.geometry().topBytes());
        }
    }

    private long rounded(long request) {
        long granule = kernel.machine().architecture().poolGranularity();
        long block = Math.ceilDiv(request + granule, granule) * granule;
        return block > TableGeometry.PAGE_BYTES ? Math.ceilDiv(request, TableGeometry.PAGE_BYTES) * TableGeometry.PAGE_BYTES : block;
    }

    private void block(int owner, PoolKind kind, String tag, long bytes) {
        uses.merge(kind + tag, new Use(1, bytes), Use::and);
        charges.merge(kind + " " + owner, bytes, Long::sum);
    }

    private void compare(PoolKind kind) {
        long sum = 0;
        for (Pool.TagUse use : kernel.pool().tags(kind)) {
            Use counted = uses.getOrDefault(kind + use.tag(), new Use(0, 0));
            Use written = new Use(use.allocs() - use.frees(), use.bytes());
            require(written.equals(counted), kind + " " + use.tag() + ": written down is " + written + ", alive is " + counted);
            sum += use.bytes();
        }
        require(sum == kernel.pool().bytes(kind), kind + ": the gauge is not the sum of the tags");
        require(sum <= kernel.pool().limit(kind) && sum <= kernel.pool().peak(kind), kind + ": the gauge is above its limit or peak");
        long uncharged = 0;
        for (Map.Entry<String, Long> charge : charges.entrySet()) {
            int owner = Integer.parseInt(charge.getKey().substring(charge.getKey().indexOf(' ') + 1));
            if (charge.getKey().startsWith(kind + " ") && !(kernel.object(owner) instanceof ProcessObject)) {
                uncharged += charge.getValue();
            }
        }
        for (ProcessObject process : kernel.processes()) {
            long counted = charges.getOrDefault(kind + " " + process.id(), 0L);
            require(process.charge(kind) == counted, kind + " charge of " + process.pid() + " is " + process.charge(kind) + ", alive is "
                    + counted);
            sum -= process.charge(kind);
        }
        require(sum == uncharged, kind + ": charges and what is uncharged do not make up the gauge");
    }
}
