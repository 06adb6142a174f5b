package dev.lockstile.benchmarks.internal.race;

/**
 * How a contender came off.
 *
 * @param ratio its time over the yardstick's, the median of the turns
 * @param low the lower end of the median's 95 % interval
 * @param high the upper end
 * @param micros its median time in microseconds, which belongs to this machine only
 * @param bytes what it allocates each time
 */
public record Ranking(String name, double ratio, double low, double high, double micros, long bytes) {}
