/** Faults put into the code by a tool, and the list of those that no test is to see. */
package dev.lockstile.proofs.mutants;
