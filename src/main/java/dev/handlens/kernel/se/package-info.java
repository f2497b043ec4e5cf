/// Security: access masks, what generic rights stand for, and who is granted what.
package dev.handlens.kernel.se;
