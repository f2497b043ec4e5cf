package dev.handlens.lens;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;

/// A list whose elements are made when they are asked for, each once: of thousands of findings a window shows the first few. Immutable to
/// the outside.
///
/// @param <S> what an element is made of
/// @param <T> an element
final class OnDemand<S, T> extends AbstractList<T> implements RandomAccess {
    private final List<S> sources;
    private final Function<S, T> make;
    private final Object[] made;

    /// @param make makes an element; gives the same whenever it is called
    OnDemand(List<S> sources, Function<S, T> make) {
        this.sources = List.copyOf(sources);
        this.make = make;
        made = new Object[sources.size()];
    }

    @Override
    @SuppressWarnings("unchecked")
    public T get(int index) {
        if (made[index] == null) {
            made[index] = make.apply(sources.get(index));
        }
        return (T) made[index];
    }

    @Override
    public int size() {
        return made.length;
    }
}
