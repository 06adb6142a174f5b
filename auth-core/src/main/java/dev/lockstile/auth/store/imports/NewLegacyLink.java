package dev.lockstile.auth.store.imports;

import dev.lockstile.auth.model.LegacyOrigin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the ledger to be added.
 *
 * @param linkKey digest of system, entity and legacy id
 * @param origin where the row comes from
 * @param localRef textual key of the row here; null when the source row was left out on purpose
 * @param localModifiedAt the row's own time of change as it was written: while it stays, nobody has touched the row;
 *     null where the entry stands for a part of a row
 */
public record NewLegacyLink(
        String linkKey,
        LegacyOrigin origin,
        @Nullable String localRef,
        @Nullable Instant localModifiedAt) {}
