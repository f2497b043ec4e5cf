package dev.handlens.lens;

import java.util.List;

/// What the handle list shows.
///
/// @param pid process whose handles these are, or 0 for none
/// @param process its name
/// @param rows the rows, filtered and sorted: those that stay, then those of handles that came and went in the time watched
/// @param staying number of rows that stay
/// @param total open handles of the process, shown or not
/// @param named how many of them are to named objects, or -1 while they are being counted
/// @param hiddenUnnamed rows left out because their object has no name
/// @param filteredOut rows left out by the filter
/// @param closedHidden closed handles left out because only open ones are listed
/// @param mistakes what is wrong with terms of the filter that do not apply, a sentence or two for each
/// @param opened handles opened in the time watched
/// @param closed handles closed in the time watched
/// @param unseen handles that came and went between two polls, which polling cannot show; 0 when every event is watched
/// @param since what the time watched is, in words: `since step 4`, `last second`, `since the refresh at 2.0 s`
/// @param empty why there are no rows, in words; empty text when there are some
/// @param work what is being done to the list, or null when it is as it is to be
/// @param order what moment the rows were put into their order at, in words; empty when it is the one shown
/// @param sorted columns that the rows are in the order of, the first one first; empty for the order of handle values. Not those wished for
/// as long as that order is being made
/// @param selectedFold id of the fold whose row stands for the selected handle; null when the handle has a row of its own or none
/// @param hiddenSelection why the selected handle is not listed, or null
public record HandlesFrame(
        int pid,
        String process,
        RowSource<HandleRow> rows,
        int staying,
        int total,
        int named,
        int hiddenUnnamed,
        int filteredOut,
        int closedHidden,
        List<String> mistakes,
        long opened,
        long closed,
        long unseen,
        String since,
        String empty,
        Progress work,
        String order,
        List<View.SortBy> sorted,
        String selectedFold,
        HiddenHandle hiddenSelection) {}
