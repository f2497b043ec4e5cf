package dev.handlens.kernel;

import dev.handlens.kernel.ex.MutantObject;
import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.kernel.io.FileObject;
import dev.handlens.kernel.mm.SectionObject;
import dev.handlens.kernel.ob.DirectoryObject;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.ob.Reference;
import dev.handlens.kernel.ob.ReferenceKind;
import dev.handlens.kernel.ob.SymbolicLinkObject;
import dev.handlens.kernel.ps.JobObject;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.kernel.ps.ThreadObject;
import java.util.function.Function;

/// Lifetime of objects: made, referred to, named, let go.
final class ObjectManager {
    static final String NAME_TAG = "ObNm";
    static final String DIRECTORY_ENTRY_TAG = "ObDi";
    static final String LINK_TARGET_TAG = "Symt";

    private final Kernel kernel;

    ObjectManager(Kernel kernel) {
        this.kernel = kernel;
    }

    /// Makes an object that nothing refers to yet.
    ///
    /// @param owner id of the process object that pays, or 0
    /// @param name last component of its name, or null
    /// @return the object, or null when the pool has no room
    KObject allocate(int owner, ObjectType type, String name, boolean exclusive, Function<KObject.Birth, KObject> maker) {
        int blockBytes = type.blockBytes(kernel.machine().architecture(), name != null, exclusive);
        if (!kernel.allocate(owner, type.poolKind(), type.tag(), blockBytes)) {
            return null;
        }
        int id = kernel.objects().takeId();
        KObject object = maker.apply(new KObject.Birth(id, type, kernel.epoch(), blockBytes, owner, kernel.stamp(), name));
        kernel.objects().set(id, object);
        return object;
    }

    void refer(KObject object, ReferenceKind kind, int holder) {
        kernel.writable(object).addReference(new Reference(kind, holder, kernel.stamp()));
    }

    /// Takes a reference of a cause back and lets the object go when it was the last.
    ///
    /// @return whether there was such a reference
    boolean release(KObject object, ReferenceKind kind, int holder) {
        KObject writable = kernel.writable(object);
        boolean found = writable.removeReference(kind, holder);
        if (found) {
            deleteIfUnreferenced(writable);
        }
        return found;
    }

    void deleteIfUnreferenced(KObject object) {
        if (object.pointerCount() == 0) {
            delete(object);
        }
    }

    /// Frees an object that nothing refers to.
    void delete(KObject object) {
        if (object.name() != null) {
            kernel.free(object.chargedTo(), PoolKind.PAGED, NAME_TAG, 1, nameBytes(object.name()));
        }
        deleteUnnamed(object);
    }

    /// Frees an object whose name, if it has one, was not paid for.
    void deleteUnnamed(KObject object) {
        kernel.quotas.giveBack(object);
        int owner = object.chargedTo();
        switch (object) {
            case ProcessObject process -> kernel.processes.deleted(process);
            case ThreadObject thread -> kernel.processes.deleted(thread);
            case FileObject file -> kernel.io.closed(file);
            case SectionObject section when section.file() != 0 ->
                    release(kernel.object(section.file()), ReferenceKind.SECTION_FILE, section.id());
            case SymbolicLinkObject link ->
                    kernel.free(owner, PoolKind.PAGED, LINK_TARGET_TAG, 1, kernel.blockBytes(2L * link.target().length()));
            case MutantObject mutant when mutant.owner() != 0 -> kernel.dispatcher.disown(mutant.owner(), mutant);
            default -> {
                // The other types own nothing beside their block.
            }
        }
        kernel.free(owner, object.type().poolKind(), object.type().tag(), 1, object.blockBytes());
        kernel.remove(object);
    }

    private long nameBytes(String name) {
        return kernel.blockBytes(2L * name.length() + 2);
    }

    private long directoryEntryBytes() {
        return kernel.blockBytes(3L * kernel.machine().architecture().pointerBytes());
    }

    /// Pays for the string of a name; every object made with a name needs it.
    boolean allocateName(KObject object) {
        return kernel.allocate(object.chargedTo(), PoolKind.PAGED, NAME_TAG, nameBytes(object.name()));
    }

    /// Lists an object in a directory under its name.
    ///
    /// @return whether there was room for the entry
    boolean insertName(KObject object, int directory) {
        if (!kernel.allocate(object.chargedTo(), PoolKind.PAGED, DIRECTORY_ENTRY_TAG, directoryEntryBytes())) {
            return false;
        }
        DirectoryObject parent = kernel.writable((DirectoryObject) kernel.object(directory));
        parent.insert(object.name(), object.id());
        KObject writable = kernel.writable(object);
        writable.listIn(directory);
        refer(writable, ReferenceKind.DIRECTORY_ENTRY, directory);
        return true;
    }

    /// Lists a new object in a directory and pays for its name; if there is no room, the object goes.
    ///
    /// @param object the object, or null for one that could not be made
    /// @return whether it is there and listed
    boolean insertOrDelete(KObject object, int directory) {
        if (object == null) {
            return false;
        }
        if (!allocateName(object)) {
            deleteUnnamed(kernel.object(object.id()));
            return false;
        }
        if (!insertName(object, directory)) {
            delete(kernel.object(object.id()));
            return false;
        }
        return true;
    }

    /// Takes a name out of its directory. The object may be gone afterwards, and so may the directory.
    void removeName(KObject object) {
        int directory = object.directory();
        DirectoryObject parent = kernel.writable((DirectoryObject) kernel.object(directory));
        parent.remove(object.name());
        kernel.free(object.chargedTo(), PoolKind.PAGED, DIRECTORY_ENTRY_TAG, 1, directoryEntryBytes());
        KObject writable = kernel.writable(object);
        writable.listIn(0);
        writable.removeReference(ReferenceKind.DIRECTORY_ENTRY, directory);
        deleteIfUnreferenced(parent);
    }

    /// Takes the name of a new object back that got no handle; its maker deletes it.
    void unlistNew(KObject object) {
        KObject writable = kernel.writable(object);
        int directory = writable.directory();
        kernel.writable((DirectoryObject) kernel.object(directory)).remove(writable.name());
        kernel.free(writable.chargedTo(), PoolKind.PAGED, DIRECTORY_ENTRY_TAG, 1, directoryEntryBytes());
        writable.listIn(0);
        writable.removeReference(ReferenceKind.DIRECTORY_ENTRY, directory);
    }

    /// Takes the permanence of an object away; without a handle that keeps its name, the name goes at once.
    void makeTemporary(KObject object) {
        if (object.type() == ObjectType.DRIVER || object.type() == ObjectType.DEVICE) {
            // A driver stays as long as it is loaded, a device until its driver deletes it: the I/O manager has a hold on both.
            return;
        }
        KObject writable = kernel.writable(object);
        writable.setPermanent(false);
        if (writable.handleCount() == 0 && writable.directory() != 0) {
            removeName(writable);
            deleteIfUnreferenced(writable);
        }
    }

    /// Takes away the count of a handle whose entry is already free: the driver of a file is told of the last one, the name of a
    /// temporary object goes with it, and the object goes with its last reference.
    void closeHandle(KObject object) {
        KObject writable = kernel.writable(object);
        if (writable.removeHandleCount() == 1) {
            writable.setExclusiveOwner(0);
            if (writable instanceof FileObject file) {
                kernel.io.cleanUp(file);
            }
            if (writable instanceof JobObject job) {
                kernel.jobs.lastHandleClosed(job);
                // Its processes were changed by their end, and so was the job they have left.
                writable = kernel.writable(object);
            }
            if (writable.directory() != 0 && !writable.isPermanent()) {
                removeName(writable);
            }
        }
        writable.removePointerCount();
        deleteIfUnreferenced(writable);
    }
}
