/// The walkthrough: what the scenario says at a step, the source, the call and what came of it, the question to the room.
package dev.handlens.ui.walkthrough;
