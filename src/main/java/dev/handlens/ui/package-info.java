/// The window: a folder for each pane, with its nodes, columns, cells and style sheet. Panes show rows and send wishes.
package dev.handlens.ui;
