/// The executive: handle tables and the two pools, down to their bytes.
package dev.handlens.kernel.ex;
