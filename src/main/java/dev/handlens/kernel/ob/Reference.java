package dev.handlens.kernel.ob;

/// A reference to an object that is not a handle, with its cause. Each counts one in the pointer count.
///
/// @param kind why
/// @param holder id of the object that refers, or of the request for `PENDING_IRP`; 0 for none
/// @param stamp position at which it was made
public record Reference(ReferenceKind kind, int holder, long stamp) {}
