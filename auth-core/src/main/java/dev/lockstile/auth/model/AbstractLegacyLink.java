package dev.lockstile.auth.model;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the ledger: which row of this database came from which row of a former system. The unique
 * {@code link_key}, a digest of system, entity and legacy id, makes every import repeatable.
 */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class AbstractLegacyLink extends AbstractTimestamped {

    @Column(name = "link_key", length = 64, nullable = false, unique = true)
    private @Nullable String linkKey;

    @Column(name = "source_system", length = 60, nullable = false)
    private @Nullable String sourceSystem;

    @Column(name = "entity", length = 60, nullable = false)
    private @Nullable String entity;

    @Column(name = "legacy_id", length = 255, nullable = false)
    private @Nullable String legacyId;

    @Column(name = "local_ref", length = 64)
    private @Nullable String localRef;

    @Column(name = "run_id", length = 64, nullable = false)
    private @Nullable String runId;

    @Column(name = "fingerprint", length = 64, nullable = false)
    private @Nullable String fingerprint;

    @Column(name = "local_modified_at")
    private @Nullable Instant localModifiedAt;

    /** Called by the host's subclass, and by JPA when it loads a row. */
    protected AbstractLegacyLink() {}

    /** {@return the name that the import gives the former system; null until {@link #record} fills the row} */
    public @Nullable String getSourceSystem() {
        return sourceSystem;
    }

    /** {@return the import's name for the kind of row; null until {@link #record} fills the row} */
    public @Nullable String getEntity() {
        return entity;
    }

    /** {@return the key of the row in the former system, as text; null until {@link #record} fills the row} */
    public @Nullable String getLegacyId() {
        return legacyId;
    }

    /**
     * {@return the key of the row in this database, as text; null when the import left the source row out on purpose}
     */
    public @Nullable String getLocalRef() {
        return localRef;
    }

    /** {@return the id of the import run that wrote the entry; null until {@link #record} fills the row} */
    public @Nullable String getRunId() {
        return runId;
    }

    /** {@return the digest of the source row as the import read it; null until {@link #record} fills the row} */
    public @Nullable String getFingerprint() {
        return fingerprint;
    }

    /** {@return {@code modified_at} of the row in this database as the import wrote it; null when it was not noted} */
    public @Nullable Instant getLocalModifiedAt() {
        return localModifiedAt;
    }

    /**
     * Notes {@code modified_at} of the row in this database. While that row still has this value, it has not changed
     * since the import.
     *
     * @param modifiedAt the value of the row; null to note none
     */
    public void noteLocalChange(@Nullable Instant modifiedAt) {
        localModifiedAt = modifiedAt;
    }

    /**
     * Fills a new row.
     *
     * @param key digest of system, entity and legacy id; unique
     * @param origin the source row and the run that read it
     * @param newLocalRef key of the row in this database, as text; null when the import left the source row out on
     *     purpose
     */
    public void record(String key, LegacyOrigin origin, @Nullable String newLocalRef) {
        linkKey = key;
        sourceSystem = origin.system();
        entity = origin.entity();
        legacyId = origin.legacyId();
        runId = origin.runId();
        fingerprint = origin.fingerprint();
        localRef = newLocalRef;
    }
}
