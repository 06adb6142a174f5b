package dev.lockstile.auth.passkey.internal.ceremony;

/** How a proof of a passkey ended. */
public sealed interface AssertionOutcome {

    /**
     * The holder of the key answered this challenge.
     *
     * @param signCount to be stored, by a conditional update: another proof may have raised the counter meanwhile
     * @param userVerified whether the authenticator asked for a PIN, a fingerprint or a face
     */
    record Accepted(long signCount, boolean backedUp, boolean userVerified) implements AssertionOutcome {}

    record Refused(CeremonyRefusal why) implements AssertionOutcome {}
}
