package dev.handlens.lens;

import java.util.List;

/// The handle table of a process as it lies in memory: up to three levels of pages, and what is in them.
///
/// The table is drawn as cells in columns. While it has one or two levels, a cell is a leaf page; with three, a column is a mid page and a
/// cell a sixteenth of it. Cells go down the columns.
///
/// @param pid process whose table it is, or 0 for none
/// @param process its name
/// @param levels 1, 2 or 3; 0 without a table
/// @param pages leaf pages there are
/// @param maximumPages leaf pages there can be
/// @param midPages mid pages there are
/// @param maximumMidPages mid pages there can be
/// @param entriesPerPage entries of a leaf page, the reserved first one included
/// @param bytes bytes of all its pages
/// @param columns columns of cells
/// @param rows cells of a column
/// @param pagesPerCell leaf pages of a cell
/// @param cells the cells that have pages, one after the other
/// @param levelsCame which handles bring the second and the third level
/// @param current the handle that is looked at unless a person looks at another one: the selected one, else the one that the last call
/// was about, else the last one of the table; 0 for none
/// @param leaves leaf pages and entries, read when they are asked for
/// @param summary counts in words
/// @param empty why there is no table; empty text when there is one
public record TableFrame(
        int pid, String process, int levels, int pages, int maximumPages, int midPages, int maximumMidPages, int entriesPerPage, long bytes,
        int columns, int rows, int pagesPerCell, List<Cell> cells, List<Level> levelsCame, long current, Leaves leaves, String summary,
        String empty) {

    /// Pages drawn as one cell.
    ///
    /// @param open handles open in them
    /// @param room handles that could be open in them
    /// @param change `OPENED` when more are open than at the moment that changes are told against, `CLOSED` when fewer are
    public record Cell(int open, int room, Change change) {}

    /// A level of the table, and the first handle that needs it.
    ///
    /// @param number 2 or 3
    /// @param handle value of that handle
    /// @param ordinal which handle it is, counted from 1
    /// @param reached whether the table has the level
    /// @param step step that opened it, or -1 when the level is still to come or the value was used again since
    public record Level(int number, long handle, long ordinal, boolean reached, long step) {}

    /// Leaf pages and entries.
    public interface Leaves {
        /// A leaf page.
        ///
        /// @param page 0 to `pages()` - 1
        Leaf leaf(int page);

        /// The entry of a handle value.
        ///
        /// @param handle a value in one of the pages
        Entry entry(long handle);
    }

    /// What an entry of a leaf page is.
    public enum Slot {
        /// The first one of a page, which the kernel keeps for itself.
        RESERVED,
        /// In no use.
        FREE,
        /// A handle.
        OPEN,
        /// A handle opened in the time watched.
        OPENED,
        /// Free since the time watched began.
        CLOSED
    }

    /// A leaf page.
    ///
    /// @param page its number, from 0
    /// @param first value of its first entry, the reserved one
    /// @param last value of its last entry
    /// @param open handles open in it
    /// @param slots its entries
    /// @param words it in words, for hovering and for screen readers
    public record Leaf(int page, long first, long last, int open, List<Slot> slots, String words) {}

    /// An entry.
    ///
    /// @param handle its value
    /// @param slot what it is
    /// @param key the handle, or null when none is open there
    /// @param place where it lies, such as `entry 170 of leaf page 42,623 · mid page 83`
    /// @param facts what it says, label and value in turn
    /// @param bytes its bytes as Windows lays them out; empty for an entry that is not in use
    /// @param layout what the bytes are
    public record Entry(long handle, Slot slot, HandleKey key, String place, List<PropertiesFrame.Fact> facts, List<Byte> bytes, String layout) {}
}
