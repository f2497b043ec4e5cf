/// The registry, as far as handles to its keys need it.
package dev.handlens.kernel.cm;
