/// The object manager: types, headers, names, and how long an object lives.
package dev.handlens.kernel.ob;
