package dev.lockstile.auth.model;

import java.time.Instant;

/**
 * The recovery codes of an account that are left.
 *
 * @param left how many were not used
 * @param madeAt when the set was made
 */
public record RecoveryCodeSet(int left, Instant madeAt) {}
