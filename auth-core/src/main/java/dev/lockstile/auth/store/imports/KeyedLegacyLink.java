package dev.lockstile.auth.store.imports;

import dev.lockstile.auth.store.LegacyLinkInfo;

/** An entry of the ledger with its unique key. */
public record KeyedLegacyLink(String linkKey, LegacyLinkInfo entry) {}
