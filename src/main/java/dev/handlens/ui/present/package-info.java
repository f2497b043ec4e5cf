/// The presentation layout: the panes of the current step large, chapters as a line of dots, nothing else.
package dev.handlens.ui.present;
