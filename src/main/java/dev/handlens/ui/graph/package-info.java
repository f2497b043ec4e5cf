/// The graph of what keeps the selected thing alive.
package dev.handlens.ui.graph;
