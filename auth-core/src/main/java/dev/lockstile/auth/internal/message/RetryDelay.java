package dev.lockstile.auth.internal.message;

import dev.lockstile.auth.secret.Randomness;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * The wait before another try: 5 seconds, then 40, each anything from half to one and a half of that, so that the
 * messages of an outage do not come back all at once; never sooner than the provider wants.
 */
record RetryDelay(Randomness randomness) {

    private static final long FIRST_MILLIS = 5_000;
    private static final long FACTOR = 8;
    private static final int LAST_EXPONENT = 4;

    /**
     * @param tries tries made so far, at least 1
     * @param wanted the least wait that the provider asked for; zero where it asked for none
     */
    Duration after(int tries, Duration wanted) {
        Duration own = own(tries);
        return own.compareTo(wanted) < 0 ? wanted : own;
    }

    private Duration own(int tries) {
        long full = FIRST_MILLIS;
        for (int i = 1; i < Math.min(tries, LAST_EXPONENT); i++) {
            full *= FACTOR;
        }
        long jitter = Integer.toUnsignedLong(
                        ByteBuffer.wrap(randomness.bytes(Integer.BYTES)).getInt())
                % full;
        return Duration.ofMillis(full / 2 + jitter);
    }
}
