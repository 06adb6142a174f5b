package dev.lockstile.auth.store;

import dev.lockstile.auth.model.LegacyOrigin;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the ledger.
 *
 * @param localRef textual key of the row here; null when the source row was left out on purpose
 */
public record LegacyEntry(LegacyOrigin origin, @Nullable String localRef) {}
