/// The process list: who has how many handles, what changed, and what it costs in pool.
package dev.handlens.ui.processes;
