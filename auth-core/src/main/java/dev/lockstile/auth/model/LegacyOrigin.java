package dev.lockstile.auth.model;

/**
 * Where a row comes from.
 *
 * @param system name of the source system
 * @param entity the kind of the row, in words of the import
 * @param legacyId key of the row there, as text
 * @param runId the run of the import that read it
 * @param fingerprint digest of the source row
 */
public record LegacyOrigin(String system, String entity, String legacyId, String runId, String fingerprint) {

    /** In place of a source system, in entries that the library itself makes: their keys are those of accounts here. */
    public static final String OWN_SYSTEM = "lockstile";
}
