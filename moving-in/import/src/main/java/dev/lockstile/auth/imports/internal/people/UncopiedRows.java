package dev.lockstile.auth.imports.internal.people;

/**
 * Rows of the source that are counted and not copied.
 *
 * @param entity stable name for the report
 * @param rows their number
 * @param reason a stable code
 */
public record UncopiedRows(String entity, long rows, String reason) {}
