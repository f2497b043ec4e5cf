/// Sheets that lie over the window: the keys, about, a question, the errors of a broken file. None of them blocks: the run goes on below.
package dev.handlens.ui.dialogs;
