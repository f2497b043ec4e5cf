package dev.handlens.kernel.ob;

import dev.handlens.kernel.KernelOnly;
import dev.handlens.kernel.StateHash;
import java.util.ArrayList;
import java.util.List;

/// A kernel object: the header that all types share; the body is in the subclass.
///
/// Forks share objects. A kernel that wants to change one whose epoch is not its own changes a copy (`Kernel.writable`).
public abstract class KObject implements Cloneable {
    private final int id;
    private final ObjectType type;
    private final int blockBytes;
    private final int chargedTo;
    private final long bornAt;
    private long epoch;
    private String name;
    private int directory;
    private boolean permanent;
    private int exclusiveOwner;
    private long handleCount;
    private long pointerCount;
    private int allowedAccess = -1;
    private List<Reference> references = List.of();

    /// @param birth what the object manager knows of a new object
    protected KObject(Birth birth) {
        id = birth.id();
        type = birth.type();
        epoch = birth.epoch();
        blockBytes = birth.blockBytes();
        chargedTo = birth.chargedTo();
        bornAt = birth.stamp();
        name = birth.name();
    }

    /// What the object manager knows of a new object.
    ///
    /// @param id its id, never used again
    /// @param type its type
    /// @param epoch epoch of the kernel that makes it
    /// @param blockBytes bytes of its pool block
    /// @param chargedTo id of the process object that its pool is charged to
    /// @param stamp position at which it is made
    /// @param name last component of its name, or null
    public record Birth(int id, ObjectType type, long epoch, int blockBytes, int chargedTo, long stamp, String name) {}

    /// Its id: what stands for its address.
    public final int id() {
        return id;
    }

    public final ObjectType type() {
        return type;
    }

    /// Bytes of its pool block, header included.
    public final int blockBytes() {
        return blockBytes;
    }

    /// Id of the process object that its pool is charged to.
    public final int chargedTo() {
        return chargedTo;
    }

    /// Position at which it was made.
    public final long bornAt() {
        return bornAt;
    }

    /// Last component of the name it was made with, or null. It keeps it when the directory no longer lists it.
    public final String name() {
        return name;
    }

    /// Id of the directory that lists it, or 0.
    public final int directory() {
        return directory;
    }

    /// Whether it stays when nothing refers to it.
    public final boolean isPermanent() {
        return permanent;
    }

    /// Id of the process object that alone may have handles to it, or 0.
    public final int exclusiveOwner() {
        return exclusiveOwner;
    }

    /// Handle table entries, of any process, that name it.
    public final long handleCount() {
        return handleCount;
    }

    /// References of any cause, handles included.
    public final long pointerCount() {
        return pointerCount;
    }

    /// Rights that its security descriptor gives to programs; all of them unless it was changed.
    public final int allowedAccess() {
        return allowedAccess;
    }

    /// The references that are not handles, the oldest first. Their number and the handle count make the pointer count.
    public List<Reference> references() {
        return references;
    }

    /// Whether a wait on it is satisfied at once.
    ///
    /// @param tid the thread that waits
    public boolean isSignaled(int tid) {
        return type.isAlwaysSignaled();
    }

    /// A copy for another epoch. Subclasses with mutable parts copy those too.
    @KernelOnly
    public KObject copy(long forEpoch) {
        try {
            KObject copy = (KObject) clone();
            copy.epoch = forEpoch;
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    /// The epoch of the kernel that may change it.
    public final long epoch() {
        return epoch;
    }

    @KernelOnly
    public final void addHandle() {
        handleCount++;
        pointerCount++;
    }

    /// @return handles before
    @KernelOnly
    public final long removeHandleCount() {
        return handleCount--;
    }

    /// Drops the pointer count by one without a cause in the list: for a handle, whose entry is gone.
    @KernelOnly
    public final void removePointerCount() {
        pointerCount--;
    }

    @KernelOnly
    public final void addReference(Reference reference) {
        List<Reference> more = new ArrayList<>(references);
        more.add(reference);
        references = List.copyOf(more);
        pointerCount++;
    }

    /// Takes the oldest reference of a cause and a holder away.
    ///
    /// @return whether there was one
    @KernelOnly
    public final boolean removeReference(ReferenceKind kind, int holder) {
        for (int i = 0; i < references.size(); i++) {
            if (references.get(i).kind() == kind && references.get(i).holder() == holder) {
                List<Reference> fewer = new ArrayList<>(references);
                fewer.remove(i);
                references = List.copyOf(fewer);
                pointerCount--;
                return true;
            }
        }
        return false;
    }

    /// A reference that is known without being in the list, as a directory knows the ones of its entries.
    @KernelOnly
    protected final void addPointerCount() {
        pointerCount++;
    }

    @KernelOnly
    public final void listIn(int directoryId) {
        directory = directoryId;
    }

    @KernelOnly
    public final void setPermanent(boolean value) {
        permanent = value;
    }

    @KernelOnly
    public final void setExclusiveOwner(int process) {
        exclusiveOwner = process;
    }

    @KernelOnly
    public final void allow(int access) {
        allowedAccess = access;
    }

    /// Adds all state to a hash.
    public final void hash(StateHash hash) {
        hash.add(id).add(type.ordinal()).add(blockBytes).add(chargedTo).add(bornAt).add(name).add(directory).add(permanent)
                .add(exclusiveOwner).add(handleCount).add(pointerCount).add(allowedAccess).add(references.size());
        for (Reference reference : references) {
            hash.add(reference.kind().ordinal()).add(reference.holder()).add(reference.stamp());
        }
        hashBody(hash);
    }

    /// Adds the state of the body to a hash.
    protected void hashBody(StateHash hash) {}
}
