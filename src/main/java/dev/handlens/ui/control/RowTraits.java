package dev.handlens.ui.control;

import dev.handlens.lens.Change;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.css.PseudoClass;

/// What a table must know of its rows beside their columns.
///
/// @param key who a row is. The same row has the same key from one moment to the next, wherever it stands
/// @param change what happened to it in the time watched
/// @param spoken the row as a screen reader says it
/// @param marks further states, by the pseudo-class that style sheets know them under
/// @param <R> a row
public record RowTraits<R>(
        Function<R, ?> key, Function<R, Change> change, Function<R, String> spoken, Map<PseudoClass, Predicate<R>> marks) {}
