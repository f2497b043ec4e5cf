/// The pool gauges: how much paged and nonpaged pool is in use, by how much it grows, and who uses it.
package dev.handlens.ui.pool;
