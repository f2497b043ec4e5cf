/// Turns one fork of the machine, or two, into what is to be seen: the rows of each pane, and findings such as who leaks.
package dev.handlens.lens;
