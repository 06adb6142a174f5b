package dev.lockstile.auth.testkit;

import dev.lockstile.auth.store.LegacyEntry;
import java.time.Instant;

/** A row of the ledger of what came from a former system. */
record LegacyRow(String linkKey, LegacyEntry entry, Instant createdAt) {}
