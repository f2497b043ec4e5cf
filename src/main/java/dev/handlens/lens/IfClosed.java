package dev.handlens.lens;

import dev.handlens.kernel.Caller;
import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.KernelDiff;
import dev.handlens.kernel.NtStatus;
import dev.handlens.kernel.PreviousMode;
import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.Reference;
import dev.handlens.kernel.ob.ReferenceKind;
import dev.handlens.kernel.ps.ThreadObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What would happen if a handle were closed: it is closed, in a fork that nobody else sees.
final class IfClosed {
    private IfClosed() {}

    /// @param kernel the kernel as it is
    /// @param key an open handle of it
    static String of(Kernel kernel, HandleKey key, HandleSearch search) {
        if (kernel.bugCheck() != null) {
            return "nothing happens: the machine has stopped";
        }
        Kernel fork = kernel.fork();
        // Any thread of the process will do, for closing waits for nobody.
        Optional<ThreadObject> thread = fork.threads().stream().filter(candidate -> candidate.pid() == key.pid()).findFirst();
        Caller caller = new Caller(key.pid(), thread.map(ThreadObject::tid).orElse(0), PreviousMode.USER);
        int object = kernel.process(key.pid()).table().entry(key.value()).object();
        NtStatus status = fork.execute(kernel.stamp() + 1, caller, new KernelCall.NtClose(key.value())).status();
        if (!status.isSuccess()) {
            return "it stays open: " + status;
        }
        KernelDiff diff = KernelDiff.between(kernel, fork);
        return diff.gone().isEmpty() ? "object stays: " + whoHolds(fork, object, search) : "frees " + freed(diff);
    }

    private static String whoHolds(Kernel kernel, int id, HandleSearch search) {
        List<HandleSearch.Found> found = search.of(kernel, id);
        KObject object = kernel.object(id);
        if (!found.isEmpty()) {
            List<String> values = found.stream().map(handle -> Words.hex(handle.entry().handle())).toList();
            return Words.list(values, object.handleCount()) + (found.size() == 1 ? " holds it" : " hold it");
        }
        return object.references().stream()
                .filter(reference -> reference.kind() != ReferenceKind.DIRECTORY_ENTRY || object.isPermanent())
                .map((Reference reference) -> Holders.because(kernel, object, reference))
                .findFirst().orElse("something refers to it");
    }

    private static String freed(KernelDiff diff) {
        long paged = 0;
        long nonpaged = 0;
        for (KernelDiff.PoolChange change : diff.pool()) {
            long bytes = change.bytesBefore() - change.bytesAfter();
            paged += change.kind() == PoolKind.PAGED ? bytes : 0;
            nonpaged += change.kind() == PoolKind.NONPAGED ? bytes : 0;
        }
        List<String> pools = new ArrayList<>();
        if (nonpaged > 0) {
            pools.add(Words.bytes(nonpaged) + " of nonpaged pool");
        }
        if (paged > 0) {
            pools.add(Words.bytes(paged) + " of paged pool");
        }
        List<String> types = diff.gone().stream().map(object -> object.type().typeName()).toList();
        return Words.list(types) + (pools.isEmpty() ? "" : ", " + String.join(" and ", pools));
    }
}
