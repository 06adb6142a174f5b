package dev.lockstile.auth.internal.throttle;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.event.AuthEvents;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.Place;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.throttle.Admission;
import dev.lockstile.auth.throttle.ThrottleCounters;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where everybody passes who guesses at a password or a code: places of the client and of the identifier, which tell when
 * to come back, and the account's budget of failures, which tells nothing. Both are the same for identifiers that nobody
 * has (ASVS 6.3.8).
 */
public final class GuessDoor {

    private static final Logger LOG = LoggerFactory.getLogger(GuessDoor.class);
    private static final int BUCKETS_IN_PROCESS = 10_000;
    private static final int STRICTER = 4;

    private final Throttles throttles;
    private final FailureBudgets budgets;
    private final FailureWatch watch;
    private final ProcessCounters fallback = new ProcessCounters(BUCKETS_IN_PROCESS);

    public GuessDoor(Throttles throttles, IdentifierRules identifiers, AuthEvents events) {
        this.throttles = throttles;
        this.budgets = new FailureBudgets(throttles, identifiers);
        this.watch = new FailureWatch(throttles, events);
    }

    /** What a user's guesses are counted by: one budget, whatever the spelling and the identifier. */
    public static String subject(UserId user) {
        return "user:" + user;
    }

    /**
     * Counts a guess. With the counters out of reach codes fail closed, and passwords get a small budget of this process
     * (ASVS 16.5.3).
     */
    public Entry enter(Wish wish, Instant now) {
        try {
            return enter(wish, throttles.counters(), now);
        } catch (StoreUnavailableException e) {
            if (wish.proof() != Proof.PASSWORD) {
                throw e;
            }
            LOG.warn("password logins get a small budget of this process: {}", e.getMessage());
            return inProcess(wish, now);
        }
    }

    private Entry enter(Wish wish, ThrottleCounters counters, Instant now) {
        Budget strangers = budgets.of(wish, false, counters);
        Admission first = counters.admit(throttles.places(wish.places(), false), strangers.place(), now);
        if (first.isGranted() && isOpen(first, strangers)) {
            return Entry.with(new Guess(this, strangers, true));
        }
        boolean isOwnersPlace = first.isGranted() || throttles.isOfIdentity(wish.places(), first);
        if (isOwnersPlace && wish.known().getAsBoolean()) {
            return enterAsOwner(wish, first, counters, now);
        }
        return first.isGranted() ? Entry.with(new Guess(this, strangers, false)) : Entry.refused(first.retryAt());
    }

    private Entry enterAsOwner(Wish wish, Admission first, ThrottleCounters counters, Instant now) {
        Budget own = budgets.of(wish, true, counters);
        List<Place> places = first.isGranted() ? List.of() : throttles.places(wish.places(), true);
        Admission second = counters.admit(places, own.place(), now);
        return second.isGranted()
                ? Entry.with(new Guess(this, own, isOpen(second, own)))
                : Entry.refused(second.retryAt());
    }

    private Entry inProcess(Wish wish, Instant now) {
        List<Place> fewer = throttles.places(wish.places(), false).stream()
                .map(place -> Place.of(place.bucket(), Math.max(1, place.limit() / STRICTER), place.window()))
                .toList();
        Budget budget = budgets.of(wish, false, fallback);
        Admission admission = fallback.admit(fewer, budget.place(), now);
        return admission.isGranted()
                ? Entry.with(new Guess(this, budget, isOpen(admission, budget)))
                : Entry.refused(admission.retryAt());
    }

    /** A guess by somebody who is signed in: counted with those of the known places. */
    public Guess byOwner(Proof proof, UserId user, Instant now) {
        Wish wish = new Wish(proof, subject(user), Throttles.Wish.NONE, () -> true);
        Budget own = budgets.of(wish, true, throttles.counters());
        return new Guess(this, own, isOpen(throttles.counters().admit(List.of(), own.place(), now), own));
    }

    /** Sets all counts of a person back: a reset was confirmed, or the host says so. */
    public void forgive(AuthTx tx, UserInfo user, Instant now) {
        wasRight(tx, throttles.counters(), user, now);
    }

    void wasRight(AuthTx tx, ThrottleCounters counters, UserInfo user, Instant now) {
        if (!budgets.areOff()) {
            counters.clear(tx, budgets.bucketsOf(user), now);
        }
    }

    void wasWrong(Guess guess, @Nullable UserInfo user, Instant now) {
        watch.wasWrong(guess, user, now);
    }

    void giveBack(Guess guess) {
        if (guess.isOpen() && guess.budget().place() != null) {
            guess.budget().counters().giveBack(guess.budget().bucket());
        }
    }

    private static boolean isOpen(Admission admission, Budget budget) {
        return admission.guess() || budget.place() == null;
    }

    /** By what somebody proves to be somebody. */
    public enum Proof {
        PASSWORD,
        CODE
    }

    /**
     * A guess wished for.
     *
     * @param subject what failures are counted by
     * @param known whether the client is where the owner signed in before; asked only when it matters
     */
    public record Wish(Proof proof, String subject, Throttles.Wish places, BooleanSupplier known) {}

    /**
     * How a wish ended.
     *
     * @param guess null when it was refused
     * @param retryAt when to try again; null when it was not refused
     */
    public record Entry(@Nullable Guess guess, @Nullable Instant retryAt) {

        static Entry with(Guess guess) {
            return new Entry(guess, null);
        }

        static Entry refused(@Nullable Instant retryAt) {
            return new Entry(null, retryAt);
        }
    }
}
