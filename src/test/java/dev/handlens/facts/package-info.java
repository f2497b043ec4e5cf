/// Proof of the facts of the five source documents: rows that no other test shows, and that every row of `docs/facts.md` has a proof.
package dev.handlens.facts;
