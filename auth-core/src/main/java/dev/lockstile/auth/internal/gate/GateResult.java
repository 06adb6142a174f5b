package dev.lockstile.auth.internal.gate;

import dev.lockstile.auth.outcome.SecondFactorChallenge;

/** What the gate answers to a right first factor. */
public sealed interface GateResult {

    /** A session may be opened. */
    record Cleared(Clearance clearance) implements GateResult {}

    /** A second factor is wanted first. */
    record Held(SecondFactorChallenge challenge) implements GateResult {}
}
