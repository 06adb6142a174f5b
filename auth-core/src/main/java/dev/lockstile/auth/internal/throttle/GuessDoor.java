package dev.lockstile.auth.internal.throttle;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.internal.throttle.FailureBudgets.Share;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.Place;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.throttle.Admission;
import dev.lockstile.auth.throttle.ThrottleCounters;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
    private static final Place WIDE_NETWORK = Place.of("network", 1, Duration.ofHours(1));

    private final Throttles throttles;
    private final FailureBudgets budgets;
    private final FailureWatch watch;
    private final ThrottleCounters fallback = ThrottleCounters.inProcess(BUCKETS_IN_PROCESS);

    GuessDoor(Throttles throttles, IdentifierRules identifiers, FailureWatch watch) {
        this.throttles = throttles;
        this.budgets = new FailureBudgets(throttles, identifiers);
        this.watch = watch;
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
        Budget strangers = budgets.of(wish, Share.STRANGERS, counters);
        Admission first = atNetwork(wish, now)
                .orElseGet(() -> counters.admit(throttles.places(wish.places(), now), strangers.place(), now));
        if (first.isGranted() && isOpen(first, strangers)) {
            return Entry.with(new Guess(this, strangers, true));
        }
        Optional<String> device = wish.visitor().device();
        if (device.isPresent()) {
            return enterByDevice(wish, device.get(), first, counters, now);
        }
        return first.isGranted() ? enterByNetwork(wish, strangers, now) : Entry.refused(first.retryAt());
    }

    /** A refusal where failures have used up a network around the client's. */
    private Optional<Admission> atNetwork(Wish wish, Instant now) {
        return throttles
                .surge()
                .closedUntil(wish.places().address(), now)
                .map(until -> Admission.refused(WIDE_NETWORK, until));
    }

    private Entry enterByDevice(Wish wish, String device, Admission first, ThrottleCounters counters, Instant now) {
        if (!first.isGranted()) {
            Admission own = counters.admit(throttles.places(wish.places().by(device), now), null, now);
            if (!own.isGranted()) {
                return Entry.refused(own.retryAt());
            }
        }
        return Entry.with(byDevice(wish, device, counters, now));
    }

    private Guess byDevice(Wish wish, String device, ThrottleCounters counters, Instant now) {
        Budget own = budgets.ofDevice(wish, device, counters);
        return new Guess(this, own, counters.admit(own.places(), null, now).isGranted());
    }

    /** A known network shows in nothing but the answer to a right guess: the same is asked and counted for all. */
    private Entry enterByNetwork(Wish wish, Budget strangers, Instant now) {
        boolean known = wish.visitor().isOnKnownNetwork();
        Budget own = budgets.of(wish, known ? Share.NETWORKS : Share.NOBODY, strangers.counters());
        Admission second = own.counters().admit(List.of(), own.place(), now);
        return Entry.with(known ? new Guess(this, own, isOpen(second, own)) : new Guess(this, strangers, false));
    }

    /**
     * Counts a guess that is aimed at no live challenge: it costs the places of the guesser's network and nobody else's
     * budget.
     */
    public Entry enterInVain(Wish wish, Instant now) {
        Admission first = atNetwork(wish, now)
                .orElseGet(() -> throttles.counters().admit(throttles.places(wish.places(), now), null, now));
        if (!first.isGranted()) {
            return Entry.refused(first.retryAt());
        }
        Budget strangers = budgets.of(wish, Share.STRANGERS, throttles.counters());
        return Entry.with(new Guess(this, strangers.ofNobody(), true));
    }

    private Entry inProcess(Wish wish, Instant now) {
        List<Place> fewer = throttles.places(wish.places(), now).stream()
                .map(place -> Place.of(place.bucket(), Math.max(1, place.limit() / STRICTER), place.window()))
                .toList();
        Budget budget = budgets.of(wish, Share.STRANGERS, fallback);
        Admission admission = fallback.admit(fewer, budget.place(), now);
        return admission.isGranted()
                ? Entry.with(new Guess(this, budget, isOpen(admission, budget)))
                : Entry.refused(admission.retryAt());
    }

    /** A guess by somebody who is signed in: counted with those of the device that holds the session. */
    public Guess byOwner(Proof proof, Caller caller, Instant now) {
        Wish wish = new Wish(proof, subject(caller.user()), Throttles.Wish.NONE, Visitor.STRANGER);
        return byDevice(wish, TrustedDevices.nameOf(caller.session()), throttles.counters(), now);
    }

    /** Sets all counts of a person back: a reset was confirmed, or the host says so. */
    public void forgive(AuthTx tx, UserInfo user, Instant now) {
        if (!budgets.areOff()) {
            throttles.counters().clear(tx, budgets.bucketsOf(user, null), now);
        }
    }

    /** The same, and the counts of the device that holds the session: its owner changed the password. */
    public void forgive(AuthTx tx, UserInfo user, SessionId session, Instant now) {
        if (!budgets.areOff()) {
            throttles.counters().clear(tx, budgets.bucketsOf(user, TrustedDevices.nameOf(session)), now);
        }
    }

    void wasRight(AuthTx tx, Budget budget, UserInfo user, Instant now) {
        if (!budgets.areOff()) {
            List<String> all = Stream.concat(
                            budgets.bucketsOf(user, budget.device()).stream(), Stream.of(budget.bucket()))
                    .distinct()
                    .sorted()
                    .toList();
            budget.counters().clear(tx, all, now);
        }
    }

    void wasWrong(Guess guess, @Nullable UserInfo user, Instant now) {
        watch.wasWrong(guess, user, now);
    }

    void giveBack(Guess guess) {
        if (guess.isOpen()) {
            guess.budget().places().forEach(place -> guess.budget().counters().giveBack(place.bucket()));
        }
    }

    void wasAimless(Guess guess, Instant now) {
        giveBack(guess);
        watch.wasWrong(new Guess(this, guess.budget().ofNobody(), true), null, now);
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
     * @param visitor what is known of the client; asked only when it matters
     */
    public record Wish(Proof proof, String subject, Throttles.Wish places, Visitor visitor) {}

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
