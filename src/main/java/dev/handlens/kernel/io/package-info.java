/// Drivers, devices, open files, and the requests that travel between them.
package dev.handlens.kernel.io;
