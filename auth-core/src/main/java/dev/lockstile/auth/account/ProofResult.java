package dev.lockstile.auth.account;

import java.time.Instant;

/** How the proof of an identifier ended. */
public sealed interface ProofResult {

    record Proven() implements ProofResult {}

    /** Too many tries by this client; nothing was looked at. */
    record Throttled(Instant retryAt) implements ProofResult {}

    /** Wrong, used, replaced or expired: one answer for all. */
    record InvalidLink() implements ProofResult {}
}
