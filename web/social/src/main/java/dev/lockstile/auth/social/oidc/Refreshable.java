package dev.lockstile.auth.social.oidc;

import dev.lockstile.auth.social.SocialUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A document of a provider, kept in memory. Fetched when it is first needed, never at start-up; one fetch at a time;
 * at most 5 fetches in 5 minutes once there is one, and one in 5 seconds while there is none. What is known serves on
 * while the provider is down. Some 20 threads wait for a fetch, and more are refused at once: tokens with unknown
 * keys must not hold all threads of the host. Safe for use by many threads.
 */
final class Refreshable<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Refreshable.class);
    private static final int FETCHES = 5;
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final long PATIENCE_SECONDS = 6;
    private static final int MOST_WAITING = 20;

    private final String what;
    private final Duration maxAge;
    private final Clock clock;
    private final Source<T> source;
    private final ReentrantLock fetching = new ReentrantLock();
    private final Deque<Instant> fetches = new ArrayDeque<>();
    private volatile @Nullable Known<T> known;

    /** Where it comes from. */
    @FunctionalInterface
    interface Source<T> {
        T fetch() throws SocialUnavailableException;
    }

    private record Known<T>(T value, Instant at) {}

    /** @param what for the log */
    Refreshable(String what, Duration maxAge, Clock clock, Source<T> source) {
        this.what = what;
        this.maxAge = maxAge;
        this.clock = clock;
        this.source = source;
    }

    /** What is known; fetched if nothing is, and fetched again, without a wait in vain, when it is old. */
    T get() throws SocialUnavailableException {
        Known<T> seen = known;
        if (seen == null) {
            return fetchUnlessNewer(null);
        }
        if (seen.at().plus(maxAge).isBefore(clock.instant()) && fetching.tryLock()) {
            try {
                return fetchWithinBudget();
            } catch (SocialUnavailableException e) {
                return seen.value(); // told in the log; the provider being down ends no sign-in
            } finally {
                fetching.unlock();
            }
        }
        return seen.value();
    }

    /** Something newer than what the caller has seen and found lacking. */
    T newerThan(T seen) throws SocialUnavailableException {
        return fetchUnlessNewer(seen);
    }

    private T fetchUnlessNewer(@Nullable T seen) throws SocialUnavailableException {
        lock();
        try {
            Known<T> now = known;
            return now != null && now.value() != seen ? now.value() : fetchWithinBudget();
        } finally {
            fetching.unlock();
        }
    }

    private T fetchWithinBudget() throws SocialUnavailableException {
        Instant now = clock.instant();
        if (!mayFetch(now)) {
            throw new SocialUnavailableException(what + " was fetched too often just now");
        }
        fetches.addLast(now);
        if (fetches.size() > FETCHES) {
            fetches.removeFirst();
        }
        try {
            T value = source.fetch();
            known = new Known<>(value, now);
            return value;
        } catch (SocialUnavailableException e) {
            LOG.warn("Cannot fetch {}: {}", what, e.getMessage());
            throw e;
        }
    }

    private boolean mayFetch(Instant now) {
        if (known == null) {
            return fetches.isEmpty() || !fetches.getLast().plus(PAUSE).isAfter(now);
        }
        return fetches.size() < FETCHES || !fetches.getFirst().plus(WINDOW).isAfter(now);
    }

    private void lock() throws SocialUnavailableException {
        if (fetching.getQueueLength() >= MOST_WAITING) {
            throw new SocialUnavailableException(what + " is being fetched, and enough wait for it");
        }
        try {
            if (!fetching.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new SocialUnavailableException(what + " is being fetched for too long");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SocialUnavailableException("interrupted while waiting for " + what);
        }
    }
}
