package dev.lockstile.auth.imports.preset;

/**
 * Rows of the old system that are counted and not copied.
 *
 * @param entity stable name for the report
 * @param rows how many there are
 * @param reason a stable word
 */
public record UncopiedRows(String entity, long rows, String reason) {}
