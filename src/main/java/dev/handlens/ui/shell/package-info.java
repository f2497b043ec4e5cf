/// The window: top bar, the columns, the gauges and the timeline below, the status bar; keys, menus, drag and drop. It knows panes as nodes
/// only.
package dev.handlens.ui.shell;
