/// Plays a program: play, pause, step, back, seek, branch. It keeps a fork of the machine every so often, so that going back is quick.
package dev.handlens.timeline;
