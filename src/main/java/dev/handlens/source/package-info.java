/// Reads files that come from strangers: regular files only, bounded, with their failures in words, and with their characters made visible.
package dev.handlens.source;
