/// Controls that two or more panes use.
package dev.handlens.ui.control;
