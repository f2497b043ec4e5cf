package dev.handlens.lens;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.Reference;
import dev.handlens.kernel.ob.ReferenceKind;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.kernel.se.AccessMask;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The properties of the selected thing, and who holds it.
final class PropertiesProjector {
    /// Holders listed at most: nobody reads more.
    private static final int HOLDERS = 500;

    private final Sight sight;
    private final Subject subject;
    private final Kernel kernel;
    private final KObject object;
    private final HandleSearch search;
    private final List<HandleSearch.Found> found;
    private final List<PropertiesFrame.Fact> facts = new ArrayList<>();

    private PropertiesProjector(Sight sight, Subject subject, HandleSearch search) {
        this.sight = sight;
        this.subject = subject;
        this.search = search;
        kernel = subject.kernel();
        object = subject.object();
        found = subject.isGone() ? List.of() : search.of(kernel, object.id());
    }

    /// The properties.
    static PropertiesFrame project(Sight sight, Subject subject, HandleSearch search) {
        if (subject.request() != null) {
            return RequestProperties.of(sight, subject);
        }
        return subject.object() == null
                ? new PropertiesFrame("", "", List.of(), List.of(), subject.empty().replace("what keeps it alive", "its properties"))
                : new PropertiesProjector(sight, subject, search).project();
    }

    private PropertiesFrame project() {
        basics();
        List<PropertiesFrame.Group> groups = new ArrayList<>();
        groups.add(new PropertiesFrame.Group("", List.copyOf(facts)));
        List<PropertiesFrame.Fact> handle = handleFacts();
        if (!handle.isEmpty()) {
            groups.add(new PropertiesFrame.Group("Handle " + Words.hex(subject.handle().value()), handle));
        }
        List<PropertiesFrame.Fact> typed = TypeFacts.of(kernel, object);
        if (!typed.isEmpty()) {
            groups.add(new PropertiesFrame.Group(object.type().typeName() + (subject.isGone() ? ", as it was last" : ""), typed));
        }
        return new PropertiesFrame(object.type().typeName(), Naming.nameOf(kernel, object), gone(), List.copyOf(groups), holders(), "");
    }

    private PropertiesFrame.Gone gone() {
        if (subject.isGone()) {
            return new PropertiesFrame.Gone("gone since " + Sight.step(subject.goneAt()), true);
        }
        return subject.isHandleClosed() ? new PropertiesFrame.Gone(Words.hex(subject.handle().value()) + " closed", false) : null;
    }

    private void basics() {
        mono("Object", Words.hex(object.id()), subject.isGone() ? "gone since " + Sight.step(subject.goneAt()) : "");
        KObject then = sight.before().kernel().object(object.id());
        if (subject.isGone()) {
            add("Handle count", "0", was(0, then == null ? 0 : then.handleCount()));
            add("Pointer count", "0", was(0, then == null ? 0 : then.pointerCount()));
        } else {
            long handles = then == null ? object.handleCount() : then.handleCount();
            add("Handle count", Words.count(object.handleCount()), was(object.handleCount(), handles));
            add("Pointer count", Words.count(object.pointerCount()), beyondHandles());
        }
        add("Charged", object.type().poolKind() == PoolKind.PAGED ? "paged" : "nonpaged",
                object.type().tag().strip() + " " + Words.count(object.blockBytes(), "byte") + chargedTo());
        if (StateWords.isRestricted(object)) {
            add("May be opened for", StateWords.mayBeOpenedFor(object), "by programs; open handles keep their access");
        }
        openedBy();
        whatIf();
    }

    private static String was(long now, long before) {
        return now == before ? "" : "was " + Words.count(before);
    }

    /// What the pointer count has beside one for each handle.
    private String beyondHandles() {
        Map<ReferenceKind, Integer> others = new LinkedHashMap<>();
        object.references().forEach(reference -> others.merge(reference.kind(), 1, Integer::sum));
        if (others.isEmpty()) {
            return object.handleCount() == 0 ? "" : "one per handle, no other reference";
        }
        List<String> causes = new ArrayList<>();
        others.forEach((kind, count) -> causes.add(count == 1 ? kind.words() : Words.count(count) + " × " + kind.words()));
        return (object.handleCount() == 0 ? "" : Words.count(object.handleCount(), "handle") + " and ") + Words.list(causes);
    }

    private String chargedTo() {
        return kernel.object(object.chargedTo()) instanceof ProcessObject process ? ", to " + process.imageName() : "";
    }

    /// Where the selected handle was opened, or else where the object was made.
    private void openedBy() {
        long position = subject.handle() == null ? object.bornAt() : subject.handle().openedAt();
        String label = subject.handle() == null ? "Made by" : "Opened by";
        add(label, Sight.step(position), CallSites.site(CallSites.stack(sight.program(), position)));
    }

    private void whatIf() {
        HandleKey key = subject.handle();
        if (key == null && !found.isEmpty()) {
            key = found.getFirst().key();
        }
        HandleKey asked = key;
        if (asked != null && found.stream().anyMatch(handle -> handle.key().equals(asked))) {
            add("If " + Words.hex(asked.value()) + " is closed", "", IfClosed.of(kernel, asked, search));
        }
    }

    private List<PropertiesFrame.Fact> handleFacts() {
        HandleKey key = subject.handle();
        if (key == null) {
            return List.of();
        }
        HandleEntry entry = found.stream().filter(handle -> handle.key().equals(key)).map(HandleSearch.Found::entry).findFirst()
                .orElse(null);
        List<PropertiesFrame.Fact> about = new ArrayList<>();
        if (entry == null) {
            about.add(new PropertiesFrame.Fact("State", "closed", false, ""));
            return about;
        }
        about.add(new PropertiesFrame.Fact("Access", AccessMask.describe(object.type(), entry.grantedAccess()), false,
                Words.hex(entry.grantedAccess() & 0xFFFF_FFFFL)));
        String holder = sight.now().holder(key.pid(), key.value());
        boolean program = key.openedAt() > 0;
        about.add(new PropertiesFrame.Fact("Known as", holder.isEmpty() ? program ? "nothing" : "a system DLL's" : holder, false,
                holder.isEmpty() && program ? "no variable of the program holds it" : ""));
        String used = entry.generation() == 1 ? "for the first time" : entry.generation() + " times";
        about.add(new PropertiesFrame.Fact("Value used", used, false, entry.generation() == 1 ? "" : "it was another handle's before"));
        return about;
    }

    private List<PropertiesFrame.Holder> holders() {
        List<PropertiesFrame.Holder> holders = new ArrayList<>();
        for (HandleSearch.Found handle : found.subList(0, Math.min(HOLDERS, found.size()))) {
            holders.add(new PropertiesFrame.Holder(true, handle.process().imageName() + " " + Words.hex(handle.entry().handle()),
                    AccessMask.describe(object.type(), handle.entry().grantedAccess()), new Selection.OfHandle(handle.key())));
        }
        if (!subject.isGone()) {
            object.references().stream().limit(HOLDERS).forEach(reference -> holders.add(reference(reference)));
        }
        return List.copyOf(holders);
    }

    private PropertiesFrame.Holder reference(Reference reference) {
        KObject holder = kernel.object(reference.holder());
        String who = Holders.who(kernel, object, reference);
        String cause = who.equals(reference.kind().words()) ? "" : reference.kind().words() + ", ";
        return new PropertiesFrame.Holder(false, who, cause + Sight.step(reference.stamp()), selectionOf(reference, holder));
    }

    private static Selection selectionOf(Reference reference, KObject holder) {
        if (reference.kind() == ReferenceKind.PENDING_IRP) {
            return new Selection.OfRequest(reference.holder());
        }
        return holder == null ? null : holder instanceof ProcessObject process ? new Selection.OfProcess(process.pid())
                : new Selection.OfObject(holder.id());
    }

    private void add(String label, String value, String remark) {
        facts.add(new PropertiesFrame.Fact(label, value, false, remark));
    }

    private void mono(String label, String value, String remark) {
        facts.add(new PropertiesFrame.Fact(label, value, true, remark));
    }
}
