package dev.lockstile.auth.store.imports;

/**
 * A part of a run that is done.
 *
 * @param part what was read, such as a table
 * @param number of the chunk within it, from 0
 * @param runCounts its counts, as JSON
 */
public record ImportChunk(String part, int number, String runCounts) {}
