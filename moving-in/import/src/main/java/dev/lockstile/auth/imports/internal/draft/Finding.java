package dev.lockstile.auth.imports.internal.draft;

/**
 * Something in a row that was not taken over as it stood.
 *
 * @param reason a stable word, counted in the report
 * @param field the old column
 * @param detail what it looked like, masked: no e-mail address, number or hash can be read from it
 */
public record Finding(String reason, String field, String detail) {}
