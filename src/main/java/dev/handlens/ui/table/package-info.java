/// The handle table as it lies in memory: its levels, one leaf page, one entry down to its bytes.
package dev.handlens.ui.table;
