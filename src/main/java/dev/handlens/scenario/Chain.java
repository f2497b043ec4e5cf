package dev.handlens.scenario;

import java.util.ArrayList;
import java.util.List;

/// A list that grows at its end and is shared by forks. Null is the empty one.
///
/// @param last what was added last
/// @param before the list before that
record Chain<T>(T last, Chain<T> before) {
    static <T> List<T> newestFirst(Chain<T> chain) {
        List<T> all = new ArrayList<>();
        for (Chain<T> link = chain; link != null; link = link.before) {
            all.add(link.last);
        }
        return all;
    }
}
