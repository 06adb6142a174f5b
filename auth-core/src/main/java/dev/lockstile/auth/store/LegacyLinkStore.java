package dev.lockstile.auth.store;

import dev.lockstile.auth.model.LegacyOrigin;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ledger of rows that came from a former system, in a transaction. */
public interface LegacyLinkStore {

    /** {@return true when the host keeps the ledger; an import needs it} */
    boolean isMapped();

    /**
     * {@return the entries under these keys, by key; keys that are not there are left out} One statement.
     *
     * @param linkKeys digests of system, entity and legacy id
     */
    Map<String, LegacyLinkInfo> byKeys(Collection<String> linkKeys);

    /**
     * Adds an entry; one that is there already ends the work with {@link KeyTakenException}.
     *
     * @param linkKey digest of system, entity and legacy id
     * @param origin where the row comes from
     * @param localRef textual key of the row here; null when the source row was left out on purpose
     * @param now the time of the flow
     */
    void insert(String linkKey, LegacyOrigin origin, @Nullable String localRef, Instant now);

    /**
     * An entry of the ledger.
     *
     * @param origin where the row comes from
     * @param localRef textual key of the row here; null when the source row was left out on purpose
     * @param localModifiedAt the row's own time of change as the import wrote it; null where that was not noted
     */
    record LegacyLinkInfo(
            LegacyOrigin origin,
            @Nullable String localRef,
            @Nullable Instant localModifiedAt) {

        /**
         * An entry without the time of change.
         *
         * @param origin where the row comes from
         * @param localRef textual key of the row here; null when the source row was left out on purpose
         */
        public LegacyLinkInfo(LegacyOrigin origin, @Nullable String localRef) {
            this(origin, localRef, null);
        }
    }
}
