/// The same panes drawn without a window, and reports as text.
package dev.handlens.report;
