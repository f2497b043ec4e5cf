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
        long listed = object.references().stream().filter(reference -> reference.kind() == ReferenceKind.LISTED_CHILD).count();
        for (Reference reference : object.references()) {
            boolean name = reference.kind() == ReferenceKind.DIRECTORY_ENTRY && !object.isPermanent() && !noHandles;
            boolean child = reference.kind() == ReferenceKind.LISTED_CHILD;
            if (!name && !(child && listed > 1)) {
                causes.add(Holders.because(kernel, object, reference));
            }
        }
        if (listed > 1) {
            causes.add("it lists " + Words.count(listed, "object"));
        }
        return causes;
    }
}
