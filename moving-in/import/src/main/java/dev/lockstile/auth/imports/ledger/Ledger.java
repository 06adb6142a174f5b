package dev.lockstile.auth.imports.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The system and the run under which an import writes ledger entries. The entries are rows of the host's
 * {@link dev.lockstile.auth.model.AbstractLegacyLink} with their {@link LedgerKey}; a rollback of the run reads them.
 *
 * @param system the source system's name
 * @param runId the run that writes the entries, {@link #ONE_BY_ONE} or {@link #WRITTEN_FROM_HERE}
 */
public record Ledger(String system, String runId) {

    /** The run id of a row that write-back created in the source system. */
    public static final String WRITTEN_FROM_HERE = "way-back";

    /** The run id of people who are imported one by one, such as at their first sign-in. */
    public static final String ONE_BY_ONE = "one-by-one";

    /** The longest source key that the ledger stores, in characters. */
    public static final int MAX_LEGACY_ID = 255;

    /**
     * {@return the unique key of a source row of this system, as {@link LedgerKey} computes it}
     *
     * @param entity the kind of row, such as {@code users}
     * @param legacyId the row's key in the source, as text
     */
    public String key(String entity, String legacyId) {
        return LedgerKey.of(system, entity, legacyId);
    }

    /**
     * {@return true for a source row that was merged into an account or imported in place; false for one from which an
     * account was created, and for one that write-back created}
     *
     * @param runId the run that wrote the entry
     * @param localModifiedAt the time of change in the entry; null where no account was created
     */
    public static boolean isMerged(String runId, @Nullable Instant localModifiedAt) {
        return localModifiedAt == null && !runId.equals(WRITTEN_FROM_HERE);
    }

    /** {@return true for an import run, which can be rolled back; false for people who are imported one by one} */
    public boolean isOfRun() {
        return !runId.equals(ONE_BY_ONE);
    }

    /**
     * Thrown when the host has no ledger of imported rows, without which an import could not be repeated safely.
     * Nothing was done.
     */
    public static final class MissingException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** Creates the exception; its message says what the host has to add. */
        public MissingException() {
            super("the host keeps no ledger of imported rows: add an entity that extends AbstractLegacyLink");
        }
    }
}
