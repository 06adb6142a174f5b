package dev.lockstile.auth.store;

import dev.lockstile.auth.model.LegacyOrigin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the ledger.
 *
 * @param origin where the row comes from
 * @param localRef textual key of the row here; null when the source row was left out on purpose
 * @param localModifiedAt the row's own time of change as the import wrote it; null where that was not noted
 */
public record LegacyLinkInfo(
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
