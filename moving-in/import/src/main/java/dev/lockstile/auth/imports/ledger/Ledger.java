package dev.lockstile.auth.imports.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The system and the run under which an import enters old rows in the ledger. The entries are rows of the host's
 * {@link dev.lockstile.auth.model.AbstractLegacyLink} under their {@link LedgerKey}; a rollback of the run reads them.
 *
 * @param system the old system's name
 * @param runId the run that enters them, {@link #ONE_BY_ONE} or {@link #WRITTEN_FROM_HERE}
 */
public record Ledger(String system, String runId) {

    /** In place of a run: a row that write-back made in the old system. */
    public static final String WRITTEN_FROM_HERE = "way-back";

    /** In place of a run: people who are imported one by one, such as at their first sign-in. */
    public static final String ONE_BY_ONE = "one-by-one";

    /** The longest old key the ledger holds. */
    public static final int MAX_LEGACY_ID = 255;

    /**
     * {@return the unique key of an old row of this system, as {@link LedgerKey} makes it}
     *
     * @param entity the kind of row, such as {@code users}
     * @param legacyId the old key as text
     */
    public String key(String entity, String legacyId) {
        return LedgerKey.of(system, entity, legacyId);
    }

    /**
     * {@return true for an old row that was merged into an account or stayed in place; false where an account was made
     * from it, and for a row that write-back made}
     *
     * @param runId the run that entered the row
     * @param localModifiedAt the time of change in the entry; null where no account was made
     */
    public static boolean isMerged(String runId, @Nullable Instant localModifiedAt) {
        return localModifiedAt == null && !runId.equals(WRITTEN_FROM_HERE);
    }

    /** {@return true for an import run, which can be rolled back; false for people who are imported one by one} */
    public boolean isOfRun() {
        return !runId.equals(ONE_BY_ONE);
    }

    /**
     * The host keeps no ledger of imported rows, without which an import could not be repeated safely. Nothing was
     * done.
     */
    public static final class MissingException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** Says what the host has to add. */
        public MissingException() {
            super("the host keeps no ledger of imported rows: add an entity that extends AbstractLegacyLink");
        }
    }
}
