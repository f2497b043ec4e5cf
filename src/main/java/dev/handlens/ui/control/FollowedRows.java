package dev.handlens.ui.control;

import java.util.List;

/// The rows that a step changed, for a table that scrolls to them.
///
/// @param step position of the step
/// @param chapter what the step belongs to: another value ends the time in which a table that was scrolled by hand is left alone
/// @param keys keys of the rows, at most a few hundred; rows that the table does not list are passed over
/// @param count number of rows that the step changed, with those that have no key here
/// @param scrolls whether the table scrolls to the rows
public record FollowedRows(long step, Object chapter, List<?> keys, long count, boolean scrolls) {}
