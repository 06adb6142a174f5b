package dev.lockstile.auth.password.internal;

import dev.lockstile.auth.password.Argon2Cost;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Predicate;

/** Measures this machine and proposes Argon2id figures: memory first, as it is what an attacker lacks. */
final class Calibration {

    private static final int MOST_MEMORY = 262_144;

    private final Predicate<Argon2Cost> fits;
    private final Stopwatch stopwatch;

    /**
     * @param fits whether one hash of that cost has room here
     * @param stopwatch how long one hash of that cost takes
     */
    Calibration(Predicate<Argon2Cost> fits, Stopwatch stopwatch) {
        this.fits = fits;
        this.stopwatch = stopwatch;
    }

    /** By the clock of this machine. */
    static Calibration measuring(Argon2 argon2) {
        return new Calibration(argon2::fits, cost -> middleOfThree(argon2, cost));
    }

    Argon2Cost propose(Duration target) {
        if (target.toMillis() < 20 || target.toSeconds() > 5) {
            throw new IllegalArgumentException("calibrate for 20 ms to 5 s, not " + target);
        }
        Argon2Cost best = Argon2Cost.owasp();
        // the first measurement is the compiler's turn
        stopwatch.nanos(best);
        for (Argon2Cost next = more(best); within(next, target); next = more(next)) {
            best = next;
        }
        return best;
    }

    /** Half as much memory again up to the most, then one pass more. */
    private static Argon2Cost more(Argon2Cost cost) {
        int memory = Math.min(MOST_MEMORY, cost.memoryKib() / 1_024 * 3 / 2 * 1_024);
        return memory > cost.memoryKib()
                ? new Argon2Cost(memory, cost.iterations(), 1)
                : new Argon2Cost(cost.memoryKib(), cost.iterations() + 1, 1);
    }

    private boolean within(Argon2Cost cost, Duration target) {
        return cost.work() <= 1_048_576 && fits.test(cost) && stopwatch.nanos(cost) <= target.toNanos();
    }

    private static long middleOfThree(Argon2 argon2, Argon2Cost cost) {
        long[] times = new long[3];
        for (int i = 0; i < times.length; i++) {
            long began = System.nanoTime();
            argon2.modern(cost, new byte[Argon2Hashes.SALT], null, new byte[8], Argon2Hashes.TAG);
            times[i] = System.nanoTime() - began;
        }
        Arrays.sort(times);
        return times[1];
    }

    /** How long one hash takes. */
    @FunctionalInterface
    interface Stopwatch {

        long nanos(Argon2Cost cost);
    }
}
