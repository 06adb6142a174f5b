package dev.lockstile.auth.model;

import java.time.Instant;

/**
 * The current set of recovery codes of an account.
 *
 * @param left the number of unused codes
 * @param madeAt when the set was generated
 */
public record RecoveryCodeSet(int left, Instant madeAt) {}
