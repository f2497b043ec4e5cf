/// A simulated Windows kernel: it answers one call on one state with a status and with what happened, and it can be forked in next to no
/// time. It knows of no scenario, clock, thread or screen.
package dev.handlens.kernel;
