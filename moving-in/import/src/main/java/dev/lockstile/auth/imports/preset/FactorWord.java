package dev.lockstile.auth.imports.preset;

/** What the mover may say of second factors, besides the source. */
enum FactorWord {
    /** The key of the old application, which opens those that are encrypted in the source. */
    KEY,
    /** The relying party id under which passkeys come along. */
    RELYING_PARTY
}
