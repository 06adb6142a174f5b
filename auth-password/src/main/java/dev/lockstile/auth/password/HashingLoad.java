package dev.lockstile.auth.password;

/**
 * What hashing does at one moment, for a metric.
 *
 * @param permits hashes that may be computed at the same time
 * @param running permits that are taken
 * @param waiting callers that wait for a permit
 * @param turnedAway callers that got none within the wait limit, since the start of the process
 */
public record HashingLoad(int permits, int running, int waiting, long turnedAway) {}
