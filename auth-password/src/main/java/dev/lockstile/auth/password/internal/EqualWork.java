package dev.lockstile.auth.password.internal;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes every failed check cost the same, so that the time does not tell an unknown account, one without a password, or
 * one of an old system from a wrong password (ASVS 6.3.8). The unit is one Argon2id hash of the current cost; what a
 * check has not spent of its units is spent here. Work already above the units cannot be taken back.
 */
final class EqualWork {

    /** Less than this share of a unit is lost in the noise. */
    private static final double NOISE = 0.08;

    private final Work work;

    /** The usual time of one unit in nanoseconds: falls at once, rises slowly, so that one pause does not spoil it. */
    private final AtomicLong usual = new AtomicLong();

    EqualWork(Work work) {
        this.work = work;
    }

    /** Notes how long one whole unit took. */
    void learn(long nanos) {
        usual.updateAndGet(old -> old == 0 ? nanos : Math.min(nanos, old + Math.max(1, old / 64)));
    }

    /** Work of other kinds, in units. */
    double units(long nanos) {
        if (usual.get() == 0) {
            unit(new byte[1]);
        }
        return (double) nanos / usual.get();
    }

    /** Computes what is missing. */
    void fill(double missing, byte[] input) {
        double left = missing;
        while (left > 1 - NOISE) {
            unit(input);
            left--;
        }
        if (left > NOISE) {
            work.part(left, input);
        }
    }

    private void unit(byte[] input) {
        long began = System.nanoTime();
        work.unit(input);
        learn(Math.max(1, System.nanoTime() - began));
    }

    /** What a check would have spent on a current hash. */
    interface Work {
        /** The work of a wrong password against a current hash, for no result. */
        void unit(byte[] input);

        /** A part of that work, between nothing and all of it. */
        void part(double fraction, byte[] input);
    }
}
