/// Processes and threads: how they start, what a child inherits, and in which order the end of one takes things down.
package dev.handlens.kernel.ps;
