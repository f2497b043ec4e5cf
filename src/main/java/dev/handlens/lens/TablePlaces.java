package dev.handlens.lens;

import dev.handlens.kernel.ex.HandleTable;

/// Open handles of a table in the order of their values, found by their place without a list of them.
interface TablePlaces {
    /// How many there are.
    int size();

    /// The value at a place.
    ///
    /// @param index 0 to `size()` - 1
    long at(int index);

    /// How many of them have a smaller value.
    int rank(long handle);

    /// Whether a value is one of them.
    boolean has(long handle);

    /// All open handles.
    static TablePlaces all(HandleTable table) {
        return new TablePlaces() {
            @Override
            public int size() {
                return table.count();
            }

            @Override
            public long at(int index) {
                return table.at(index);
            }

            @Override
            public int rank(long handle) {
                return table.rank(handle);
            }

            @Override
            public boolean has(long handle) {
                return table.first(handle) != 0;
            }
        };
    }
}
