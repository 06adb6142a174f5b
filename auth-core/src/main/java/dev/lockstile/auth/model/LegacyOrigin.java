package dev.lockstile.auth.model;

/**
 * The source row of an import, and the run that read it.
 *
 * @param system name of the source system
 * @param entity the import's name for the kind of row
 * @param legacyId key of the row in the source system, as text
 * @param runId id of the import run
 * @param fingerprint digest of the source row
 */
public record LegacyOrigin(String system, String entity, String legacyId, String runId, String fingerprint) {

    /** The system in ledger entries that the library itself makes; their legacy ids are keys of this database. */
    public static final String OWN_SYSTEM = "lockstile";
}
