/// The properties of the selected thing, and who holds it.
package dev.handlens.ui.properties;
