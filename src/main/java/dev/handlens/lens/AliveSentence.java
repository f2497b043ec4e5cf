package dev.handlens.lens;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.Reference;
import dev.handlens.kernel.ob.ReferenceKind;
import dev.handlens.kernel.ps.ProcessObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Why an object is alive, in one sentence.
final class AliveSentence {
    private AliveSentence() {}

    /// @param found the handles to the object
    static String of(Subject subject, List<HandleSearch.Found> found) {
        if (subject.isGone()) {
            return "Gone: the last reference went at " + Sight.step(subject.goneAt()) + ".";
        }
        List<String> causes = new ArrayList<>();
        if (!found.isEmpty()) {
            boolean all = subject.object().handleCount() <= found.size();
            causes.add("of " + (all ? handles(found) : Words.count(subject.object().handleCount(), "handle")));
        }
        for (String because : references(subject.kernel(), subject.object(), found.isEmpty())) {
            causes.add(because);
        }
        if (causes.isEmpty()) {
            return "Nothing refers to it.";
        }
        StringBuilder sentence = new StringBuilder("Alive because ").append(causes.getFirst());
        for (String cause : causes.subList(1, causes.size())) {
            sentence.append(", and because ").append(cause);
        }
        sentence.append('.');
        String keeps = subject.object() instanceof ProcessObject process ? Requests.keeps(subject.kernel(), process) : "";
        return sentence + (keeps.isEmpty() ? "" : " Terminating: " + keeps + ".");
    }

    private static String handles(List<HandleSearch.Found> found) {
        Map<Integer, List<HandleSearch.Found>> byProcess = new LinkedHashMap<>();
        found.forEach(handle -> byProcess.computeIfAbsent(handle.process().pid(), _ -> new ArrayList<>()).add(handle));
        if (byProcess.size() > 3) {
            return Words.count(found.size(), "handle") + " in " + byProcess.size() + " processes";
        }
        List<String> parts = new ArrayList<>();
        for (List<HandleSearch.Found> inOne : byProcess.values()) {
            String image = inOne.getFirst().process().imageName();
            String values = inOne.size() > 4
                    ? Words.count(inOne.size(), "handle")
                    : Words.list(inOne.stream().map(handle -> Words.hex(handle.entry().handle())).toList());
            parts.add(values + " in " + image);
        }
        return Words.list(parts);
    }

    /// Causes beside handles. The name of a temporary object goes with its last handle: as long as there is one, it is no cause.
    private static Set<String> references(Kernel kernel, KObject object, boolean noHandles) {
        Set<String> causes = new LinkedHashSet<>();
        for (Reference reference : object.references()) {
            boolean name = reference.kind() == ReferenceKind.DIRECTORY_ENTRY && !object.isPermanent() && !noHandles;
            if (!name) {
                causes.add(switch (reference.kind()) {
                    case LISTED_CHILD -> many(object, reference, "it lists %s", "object", Holders.because(kernel, object, reference));
                    case PENDING_IRP -> many(object, reference, "%s are pending", "request", Holders.because(kernel, object, reference));
                    case SYSTEM, RUNNING_THREAD, THREAD_OF_PROCESS, DIRECTORY_ENTRY, DRIVER, DEVICE_OF_DRIVER, WAITING_THREAD, MAPPED_VIEW,
                         SECTION_FILE, PROCESS_TOKEN, JOB_MEMBER, POOL_BLOCK -> Holders.because(kernel, object, reference);
                });
            }
        }
        return causes;
    }

    /// One sentence for all references of a kind, or the one that there is.
    private static String many(KObject object, Reference reference, String sentence, String noun, String one) {
        long count = object.references().stream().filter(other -> other.kind() == reference.kind()).count();
        return count == 1 ? one : sentence.formatted(Words.count(count, noun));
    }
}
