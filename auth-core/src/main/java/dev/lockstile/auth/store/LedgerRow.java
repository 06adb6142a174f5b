package dev.lockstile.auth.store;

/** An entry of the ledger with its unique key. */
public record LedgerRow(String linkKey, LegacyEntry entry) {}
