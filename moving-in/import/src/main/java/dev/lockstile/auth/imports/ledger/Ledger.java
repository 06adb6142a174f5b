package dev.lockstile.auth.imports.ledger;

import dev.lockstile.auth.imports.internal.ShortDigest;
import dev.lockstile.auth.model.LegacyOrigin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The system and the run under which an import enters old rows in the ledger, and the keys of the entries. The entries
 * are rows of the host's {@link dev.lockstile.auth.model.AbstractLegacyLink}, which a rollback of the run reads.
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
     * {@return the unique key of an old row: SHA-256 in base64url}
     *
     * @param entity the kind of row, such as {@code users}
     * @param legacyId the old key as text
     */
    public String key(String entity, String legacyId) {
        return key(system, entity, legacyId);
    }

    /**
     * {@return the unique key under which an old row is entered}
     *
     * @param origin as the ledger has it
     */
    public static String key(LegacyOrigin origin) {
        return key(origin.system(), origin.entity(), origin.legacyId());
    }

    private static String key(String system, String entity, String legacyId) {
        return ShortDigest.text(system + '|' + entity + '|' + legacyId);
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
