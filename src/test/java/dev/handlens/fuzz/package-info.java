/// Mutates scenario files at random and proves that none of them hangs, crashes or lies; every file is found again by its number.
package dev.handlens.fuzz;
