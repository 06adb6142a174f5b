package dev.lockstile.auth.model;

/**
 * Where a row comes from.
 *
 * @param fingerprint digest of the source row
 */
public record LegacyOrigin(String system, String entity, String legacyId, String runId, String fingerprint) {}
