package dev.lockstile.auth.store.imports;

/**
 * An old row that is in quarantine. Values in it are masked.
 *
 * @param entity the kind of the row, in words of the import
 * @param legacyId key of the row in the former system, as text
 * @param reason stable code of why it is not imported
 * @param field the column of the former system
 * @param detail what it looked like, masked: no e-mail address, number or hash can be read from it
 */
public record QuarantinedRow(String entity, String legacyId, String reason, String field, String detail) {}
