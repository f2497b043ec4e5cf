/// Puts the house together: command line, wiring, settings, crash screen. Nobody imports it.
package dev.handlens.app;
