/// The handle list: what a process holds, with opens in green and closes in red.
package dev.handlens.ui.handles;
