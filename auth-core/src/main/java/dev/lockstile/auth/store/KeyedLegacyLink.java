package dev.lockstile.auth.store;

/** An entry of the ledger with its unique key. */
public record KeyedLegacyLink(String linkKey, LegacyLinkInfo entry) {}
