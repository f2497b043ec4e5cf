package dev.handlens.scenario;

/// What names of a scenario stand for at one moment of its run.
public interface Values {
    /// The handle value a variable holds; the oldest of a collection. 0 when it holds none.
    long handle(int slot);

    /// Id of the object whose pointer a variable holds, or whose handle it was bound to; 0 when it holds none.
    int object(int slot);

    /// Process id of a cast member; 0 when it has not been made yet.
    int pid(String castName);

    /// Thread id of a cast member (of its first thread, for a process); 0 when it has not been made yet.
    int tid(String castName);
}
