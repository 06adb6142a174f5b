package dev.lockstile.auth.cutover.writeback;

/**
 * How far the old system is behind. Return to it when both are 0.
 *
 * @param waiting people with changes that are not over there yet, the parked ones left out
 * @param parked people whose changes do not go out until somebody has looked
 */
public record WriteBackFigures(long waiting, long parked) {}
