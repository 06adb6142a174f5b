package dev.lockstile.auth.imports.internal.draft;

/**
 * A value of a source row that is not imported unchanged.
 *
 * @param reason a stable code, counted in the report
 * @param field the source column
 * @param detail the value in masked form, which shows no e-mail address, number or hash
 */
public record Finding(String reason, String field, String detail) {}
