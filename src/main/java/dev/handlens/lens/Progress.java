package dev.handlens.lens;

/// Work that takes longer than a frame.
///
/// @param what what is being done, such as `Sorting 16,711,680 handles by object`
/// @param done how much of it is done, in the unit of `of`
/// @param of how much it is in all
/// @param unit what is counted, in words, such as `handles`
public record Progress(String what, long done, long of, String unit) {
    /// The part that is done, 0 to 1.
    public double part() {
        return of == 0 ? 1 : Math.min(1, (double) done / of);
    }
}
