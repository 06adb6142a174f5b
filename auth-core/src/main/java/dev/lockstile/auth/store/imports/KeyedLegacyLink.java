package dev.lockstile.auth.store.imports;

import dev.lockstile.auth.store.LegacyLinkStore.LegacyLinkInfo;

/**
 * An entry of the ledger with its unique key.
 *
 * @param linkKey digest of system, entity and legacy id
 * @param entry what the ledger says
 */
public record KeyedLegacyLink(String linkKey, LegacyLinkInfo entry) {}
