package dev.handlens.lens;

/// Which handle a row is about. A value alone is not enough: values are used again.
///
/// @param pid process that owns the table
/// @param value the handle value
/// @param openedAt position of the step that opened it
public record HandleKey(int pid, long value, long openedAt) {
    /// Returns the value as it is written, such as `0x1C`.
    public String hex() {
        return Words.hex(value);
    }
}
