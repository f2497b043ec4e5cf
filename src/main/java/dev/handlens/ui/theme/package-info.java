/// The look: light and dark from one set of named colours, the bundled typefaces, and colours for what is drawn by hand.
package dev.handlens.ui.theme;
