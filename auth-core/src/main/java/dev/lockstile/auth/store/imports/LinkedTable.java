package dev.lockstile.auth.store.imports;

/** Rows here that an entry of the ledger may name by their textual key. */
public enum LinkedTable {
    /** Users. */
    USER,
    /** Profiles. */
    PROFILE,
    /** Devices. */
    DEVICE
}
