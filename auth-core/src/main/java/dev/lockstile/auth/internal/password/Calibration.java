package dev.lockstile.auth.internal.password;

import dev.lockstile.auth.password.Argon2Cost;
import java.time.Duration;
import java.util.Arrays;

/** Measures this machine and proposes Argon2id figures: memory first, as it is what an attacker lacks. */
final class Calibration {

    private static final int MOST_MEMORY = 262_144;

    private final Argon2 argon2;

    Calibration(Argon2 argon2) {
        this.argon2 = argon2;
    }

    Argon2Cost propose(Duration target) {
        if (target.toMillis() < 20 || target.toSeconds() > 5) {
            throw new IllegalArgumentException("calibrate for 20 ms to 5 s, not " + target);
        }
        Argon2Cost best = Argon2Cost.owasp();
        measure(best);
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
        return cost.work() <= 1_048_576 && argon2.fits(cost) && measure(cost) <= target.toNanos();
    }

    /** The middle of three, after the compiler has had its turn. */
    private long measure(Argon2Cost cost) {
        long[] times = new long[3];
        for (int i = 0; i < times.length; i++) {
            long began = System.nanoTime();
            argon2.modern(cost, new byte[OwnHashes.SALT], null, new byte[8], OwnHashes.TAG);
            times[i] = System.nanoTime() - began;
        }
        Arrays.sort(times);
        return times[1];
    }
}
