package dev.lockstile.auth;

import dev.lockstile.auth.internal.crypto.Digests;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.ThrottlePermit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Tells whether a database was used with this digest key before. Two marks lie beside the counters of the store: that
 * some key was used, and a digest under that key. Restored data with another key has the first mark without the second.
 */
record KeyMark(AuthStore store, Digests digests, Clock clock) {

    private static final Duration FOR_EVER = Duration.ofDays(365_000);
    private static final ThrottlePermit ANY = ThrottlePermit.of("digest-key", 1, FOR_EVER);

    /** Whether no other key was used before; reads only. */
    boolean fits() {
        Instant now = clock.instant();
        return store.<Boolean>read(tx -> tx.throttles().opensAt(ANY, now).equals(now)
                || tx.throttles().opensAt(own(), now).isAfter(now));
    }

    /** The same; of nodes that start at once on an unmarked database, the first one marks it. */
    boolean leave() {
        Instant now = clock.instant();
        if (!store.<Boolean>read(tx -> tx.throttles().opensAt(ANY, now).equals(now))) {
            return fits();
        }
        return store.<Boolean>alone(
                        tx -> tx.throttles().take(ANY, now) && tx.throttles().take(own(), now))
                || fits();
    }

    private ThrottlePermit own() {
        return ThrottlePermit.of(digests.use("key-mark").of("digest-key"), 1, FOR_EVER);
    }
}
