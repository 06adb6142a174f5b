package dev.lockstile.auth.imports.report;

import java.time.Duration;

/**
 * How far the wrapping of weak hashes is, which costs as much per hash as a sign-in.
 *
 * @param done hashes that this run has wrapped
 * @param left hashes of people who are still to come; those of people who are here already need no work
 * @param spent on it so far, a share of the time of the run
 * @param timeLeft for the rest at this pace; zero before the first
 */
public record HashingProgress(long done, long left, Duration spent, Duration timeLeft) {}
