package dev.handlens.lens;

import dev.handlens.kernel.ob.KObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What the open handles of one call site tell that were read: the lowest values, and the objects.
final class OpenSite {
    /// Handles that say enough of a leak of one new object each.
    private static final int ENOUGH = 512;
    private static final int VALUES = 8;

    private final List<Long> values = new ArrayList<>();
    private int[] objects = new int[16];
    private int read;
    private boolean shared;

    /// Returns the lowest handle values.
    List<Long> values() {
        return values;
    }

    /// Returns the object of each handle that was read, in no order.
    int[] objects() {
        return Arrays.copyOf(objects, read);
    }

    /// Returns whether reading more would tell nothing new.
    ///
    /// @param open open handles of the site
    boolean isEnough(long open) {
        return read >= open || read >= ENOUGH && !shared;
    }

    /// Takes the next handle in.
    ///
    /// @param value its value, higher than that of the last one
    void take(long value, KObject object) {
        if (read == objects.length) {
            objects = Arrays.copyOf(objects, 2 * read);
        }
        objects[read++] = object.id();
        shared |= object.handleCount() > 1;
        if (values.size() < VALUES) {
            values.add(value);
        }
    }
}
