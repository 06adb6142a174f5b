package dev.lockstile.auth.model;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Says which row here came from which row of a former system. The unique {@code link_key} (system, entity, legacy id)
 * makes every import safe to repeat.
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

    /** For the host's entity that extends this, and for JPA, which fills the row it reads. */
    protected AbstractLegacyLink() {}

    /** {@return the name of the former system, as the host gave it; null before the row is filled} */
    public @Nullable String getSourceSystem() {
        return sourceSystem;
    }

    /** {@return the kind of the row, in words of the import; null before the row is filled} */
    public @Nullable String getEntity() {
        return entity;
    }

    /** {@return the key of the row in the former system, as text; null before the row is filled} */
    public @Nullable String getLegacyId() {
        return legacyId;
    }

    /** {@return textual key of the row here; null when the source row was left out on purpose} */
    public @Nullable String getLocalRef() {
        return localRef;
    }

    /** {@return the run of the import that wrote it; null before the row is filled} */
    public @Nullable String getRunId() {
        return runId;
    }

    /** {@return the digest of the source row as it was when it was copied; null before the row is filled} */
    public @Nullable String getFingerprint() {
        return fingerprint;
    }

    /** {@return the time of change of the row here as the import wrote it; null where it was not noted} */
    public @Nullable Instant getLocalModifiedAt() {
        return localModifiedAt;
    }

    /**
     * Notes the time of change of the row here: while it stays, that row is unchanged.
     *
     * @param modifiedAt as the row here has it; null where it is not to be noted
     */
    public void noteLocalChange(@Nullable Instant modifiedAt) {
        localModifiedAt = modifiedAt;
    }

    /**
     * Fills the row.
     *
     * @param key digest of system, entity and legacy id; unique
     * @param origin where the row comes from
     * @param newLocalRef textual key of the row here; null when the source row was left out on purpose
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
