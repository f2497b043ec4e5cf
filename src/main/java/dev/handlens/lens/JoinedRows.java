package dev.handlens.lens;

/// Two lists of rows, one after the other.
record JoinedRows<R>(RowSource<R> first, RowSource<R> second) implements RowSource<R> {
    @Override
    public int size() {
        return first.size() + second.size();
    }

    @Override
    public R row(int index) {
        return index < first.size() ? first.row(index) : second.row(index - first.size());
    }

    @Override
    public int indexOf(Object key) {
        int found = first.indexOf(key);
        if (found >= 0) {
            return found;
        }
        int later = second.indexOf(key);
        return later < 0 ? -1 : first.size() + later;
    }
}
