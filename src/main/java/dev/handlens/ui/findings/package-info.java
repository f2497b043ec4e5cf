/// What the run has found so far: leak suspects and misuse.
package dev.handlens.ui.findings;
