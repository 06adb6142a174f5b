package dev.lockstile.auth.store.imports;

/** An old row that is in quarantine. Values in it are masked. */
public record QuarantinedRow(String entity, String legacyId, String reason, String field, String detail) {}
