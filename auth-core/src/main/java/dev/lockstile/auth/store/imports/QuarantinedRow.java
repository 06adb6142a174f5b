package dev.lockstile.auth.store.imports;

/**
 * An old row that is in quarantine. Values in it are masked.
 *
 * @param entity the kind of the row, in words of the import
 * @param legacyId key of the row in the former system, as text
 * @param reason stable code of why it is not imported
 * @param field what is wrong about it; empty for the whole row
 * @param detail what a person needs to mend it
 */
public record QuarantinedRow(String entity, String legacyId, String reason, String field, String detail) {}
