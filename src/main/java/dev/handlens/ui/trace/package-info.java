/// What handle tracing recorded: opens and closes with their call stacks.
package dev.handlens.ui.trace;
