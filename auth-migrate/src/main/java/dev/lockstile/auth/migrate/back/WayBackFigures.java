package dev.lockstile.auth.migrate.back;

/**
 * How far the old system is behind. Return to it when both are 0.
 *
 * @param waiting people with changes that are not over there yet, the parked ones left out
 * @param parked people whose changes do not go out until somebody has looked
 */
public record WayBackFigures(long waiting, long parked) {}
