/// The timeline: the leak strip with the playhead, which goes anywhere by click, drag and key.
package dev.handlens.ui.timeline;
