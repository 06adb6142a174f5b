package dev.lockstile.auth.cutover.writeback;

/**
 * How far the legacy system is behind. It is complete when both figures are 0.
 *
 * @param pending users with changes that are not sent yet, without the dead letters
 * @param deadLetters users whose changes are not sent until an operator retries them
 */
public record WriteBackFigures(long pending, long deadLetters) {}
