/// Memory that is shared by handle: sections and the views mapped from them.
package dev.handlens.kernel.mm;
