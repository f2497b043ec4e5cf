/// Reads a scenario file into a checked program of steps, or into diagnostics that point at line and column, and runs such a program on a
/// kernel.
package dev.handlens.scenario;
