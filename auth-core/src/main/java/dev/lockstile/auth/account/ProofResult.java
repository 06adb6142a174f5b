package dev.lockstile.auth.account;

/** How the proof of an identifier ended. */
public sealed interface ProofResult {

    record Proven() implements ProofResult {}

    /** Wrong, used, replaced or expired: one answer for all. */
    record InvalidLink() implements ProofResult {}
}
