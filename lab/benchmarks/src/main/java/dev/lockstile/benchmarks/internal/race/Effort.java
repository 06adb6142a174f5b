package dev.lockstile.benchmarks.internal.race;

/** How long a measurement lasts: turns that are thrown away, turns that count, and repetitions within a turn. */
public record Effort(int warmUp, int turns, int batch) {

    /** So many turns, after half as many to warm up. */
    public static Effort of(int turns, int batch) {
        return new Effort(Math.max(1, turns / 2), turns, batch);
    }
}
