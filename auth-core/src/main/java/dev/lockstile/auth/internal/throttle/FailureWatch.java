package dev.lockstile.auth.internal.throttle;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.AuthEvents;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.store.Place;
import dev.lockstile.auth.store.Spacing;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.throttle.Admission;
import dev.lockstile.auth.throttle.FailureSettings;
import dev.lockstile.auth.throttle.Rate;
import dev.lockstile.auth.throttle.Throttle;
import dev.lockstile.auth.throttle.ThrottleCounters;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a wrong guess brings about: a delay on the account, a place in the budgets of its address and of the whole, and
 * alarms when those are full, each told once (ASVS 6.3.1, OWASP Credential Stuffing).
 */
final class FailureWatch {

    private static final Logger LOG = LoggerFactory.getLogger(FailureWatch.class);
    private static final Duration PAUSE_UNKNOWN = Duration.ofHours(1);

    private final Throttles throttles;
    private final AuthEvents events;

    FailureWatch(Throttles throttles, AuthEvents events) {
        this.throttles = throttles;
        this.events = events;
    }

    /** The guess stays counted whatever happens here. */
    void wasWrong(Guess guess, @Nullable UserInfo user, Instant now) {
        try {
            count(guess.budget(), guess.isOpen() ? guess.budget().delay() : Spacing.NONE, now);
            if (!guess.isOpen()) {
                tellPause(guess.budget(), user, now);
            }
        } catch (StoreUnavailableException e) {
            LOG.warn("a failure was counted, but not what follows from it", e);
        }
    }

    private void count(Budget budget, Spacing delay, Instant now) {
        Optional<Place> byAddress = throttles.byAddress(Throttle.LOGIN_FAILURE_IP, budget.address());
        Optional<Place> inAll = throttles.place(Throttle.LOGIN_FAILURE_ALARM, "");
        List<Place> places =
                Stream.of(byAddress, inAll).flatMap(Optional::stream).toList();
        for (Admission full : budget.counters().miss(budget.bucket(), delay, places, now)) {
            Instant until = full.retryAt();
            if (byAddress.isPresent() && byAddress.get().equals(full.full()) && until != null) {
                budget.counters().close(doorsOf(budget.address()), until);
            } else {
                tellAlarm(budget.counters(), Throttle.LOGIN_FAILURE_ALARM, now);
            }
        }
    }

    private List<String> doorsOf(@Nullable String address) {
        return Stream.of(Throttle.LOGIN_IP, Throttle.OTP_VERIFY_IP)
                .flatMap(throttle -> throttles.byAddress(throttle, address).stream())
                .map(Place::bucket)
                .toList();
    }

    private void tellPause(Budget budget, @Nullable UserInfo user, Instant now) {
        Duration pause =
                throttles.settings().failures().map(FailureSettings::pause).orElse(PAUSE_UNKNOWN);
        if (isFirst(budget.counters(), Place.of(throttles.bucket("TOLD_PAUSE", budget.bucket()), 1, pause), now)) {
            events.tell(new AuthEvent.SignInPaused(now, user == null ? null : user.id(), budget.method()));
        }
    }

    /** Tells that a limit on the whole is reached, once in its window. */
    void tellAlarm(ThrottleCounters counters, Throttle limit, Instant now) {
        Duration window = throttles.settings().rate(limit).map(Rate::window).orElse(PAUSE_UNKNOWN);
        if (isFirst(counters, Place.of(throttles.bucket("TOLD_" + limit, ""), 1, window), now)) {
            LOG.warn("the limit {} is reached", limit);
            events.tell(new AuthEvent.LimitReached(now, limit.name()));
        }
    }

    private static boolean isFirst(ThrottleCounters counters, Place once, Instant now) {
        return counters.admit(List.of(once), null, now).isGranted();
    }
}
