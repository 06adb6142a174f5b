package dev.lockstile.auth.internal.throttle;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.OutageLog;
import dev.lockstile.auth.internal.event.EventPublisher;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.store.ThrottlePermit;
import dev.lockstile.auth.store.ThrottlePermit.ProgressiveDelay;
import dev.lockstile.auth.throttle.FailureSettings;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.RateLimit.Rate;
import dev.lockstile.auth.throttle.ThrottleCounters;
import dev.lockstile.auth.throttle.ThrottleCounters.PermitResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records failed attempts, and clears the counts after a right one. A failed sign-in costs a delay on the account and a
 * permit in the budgets of its address and of the whole; a full budget raises an alarm, told once (ASVS 6.3.1, OWASP
 * Credential Stuffing).
 */
final class FailureRecorder {

    private static final OutageLog OUTAGES = new OutageLog(LoggerFactory.getLogger(FailureRecorder.class));
    private static final Logger LOG = LoggerFactory.getLogger(FailureRecorder.class);
    private static final Duration PAUSE_UNKNOWN = Duration.ofHours(1);

    private final RateLimitPermits permits;
    private final FailureLimits limits;
    private final OperationPermits taken;
    private final EventPublisher events;

    FailureRecorder(RateLimitPermits permits, FailureLimits limits, OperationPermits taken, EventPublisher events) {
        this.permits = permits;
        this.limits = limits;
        this.taken = taken;
        this.events = events;
    }

    /** Sets the counts of all proofs of a person back. */
    void clear(AuthTx tx, AttemptQuota quota, UserInfo user, Instant now) {
        clear(
                tx,
                quota.counters(),
                Stream.concat(limits.bucketsOf(user, quota.device()), Stream.of(quota.bucket())),
                now);
    }

    /** Sets the one count back that an attempt is counted by. */
    void clear(AuthTx tx, AttemptQuota quota, Instant now) {
        clear(tx, quota.counters(), Stream.of(quota.bucket()), now);
    }

    /**
     * Sets all counts of a person back.
     *
     * @param device whose counts are among them; null for none
     */
    void clear(AuthTx tx, ThrottleCounters counters, UserInfo user, @Nullable String device, Instant now) {
        clear(tx, counters, limits.bucketsOf(user, device), now);
    }

    /** In the order in which buckets are always locked. */
    private void clear(AuthTx tx, ThrottleCounters counters, Stream<String> buckets, Instant now) {
        if (!limits.areOff()) {
            counters.clear(tx, buckets.distinct().sorted().toList(), now);
        }
    }

    /**
     * Counts a wrong attempt, whose permits stay taken whatever happens here.
     *
     * @param open false when it came in a pause
     */
    void failed(AttemptQuota quota, boolean open, @Nullable UserInfo user, Instant now) {
        taken.keep();
        record(quota, open, user, now);
    }

    /** Counts an attempt whose target is gone, against the client's network alone. */
    void failedWithoutTarget(AttemptQuota quota, Instant now) {
        record(quota.withoutTarget(), true, null, now);
    }

    private void record(AttemptQuota quota, boolean open, @Nullable UserInfo user, Instant now) {
        try {
            count(quota, open ? quota.delay() : ProgressiveDelay.NONE, now);
            if (!open) {
                tellPause(quota, user, now);
            }
        } catch (StoreUnavailableException e) {
            OUTAGES.warn("a failure was counted, but not what follows from it", e);
        }
    }

    private void count(AttemptQuota quota, ProgressiveDelay delay, Instant now) {
        List<ThrottlePermit> networks = permits.byAddress(RateLimit.LOGIN_FAILURE_IP, quota.address(), now);
        Optional<ThrottlePermit> inAll = permits.permit(RateLimit.LOGIN_FAILURE_ALARM, "");
        List<ThrottlePermit> wanted =
                Stream.concat(networks.stream(), inAll.stream()).toList();
        for (PermitResult full : quota.counters().recordFailure(quota.bucket(), delay, wanted, now)) {
            Instant until = full.retryAt();
            int network = networks.indexOf(full.full());
            if (network < 0) {
                permits.attack().alarm(until == null ? now.plus(PAUSE_UNKNOWN) : until);
                tellAlarm(quota.counters(), RateLimit.LOGIN_FAILURE_ALARM, null, now);
            } else if (until != null) {
                close(quota, network, until, now);
            }
        }
    }

    /** The line by its buckets, which all nodes share; a network around it by what this node knows. */
    private void close(AttemptQuota quota, int network, Instant until, Instant now) {
        if (network == 0) {
            quota.counters().close(limitersOf(quota.address(), now), until);
        } else {
            permits.attack()
                    .close(ClientNetwork.wide(quota.address()).get(network - 1).network(), until, now);
        }
    }

    private List<String> limitersOf(@Nullable String address, Instant now) {
        return Stream.of(RateLimit.LOGIN_IP, RateLimit.OTP_VERIFY_IP)
                .flatMap(throttle ->
                        permits.byAddress(throttle, address, now).stream().limit(1))
                .map(ThrottlePermit::bucket)
                .toList();
    }

    private void tellPause(AttemptQuota quota, @Nullable UserInfo user, Instant now) {
        Duration pause =
                permits.settings().failures().map(FailureSettings::pause).orElse(PAUSE_UNKNOWN);
        if (isFirst(quota.counters(), ThrottlePermit.of(permits.bucket("TOLD_PAUSE", quota.bucket()), 1, pause), now)) {
            events.tell(new AuthEvent.SignInPaused(now, user == null ? null : user.id(), quota.method()));
        }
    }

    /**
     * Tells that a limit on the whole is reached, once in its window.
     *
     * @param part whose part of it; null for all of it
     */
    void tellAlarm(ThrottleCounters counters, RateLimit limit, @Nullable String part, Instant now) {
        Duration window = permits.settings().rate(limit).map(Rate::window).orElse(PAUSE_UNKNOWN);
        String name = part == null ? limit.name() : limit + "_" + part;
        if (isFirst(counters, ThrottlePermit.of(permits.bucket("TOLD_" + name, ""), 1, window), now)) {
            LOG.warn("the limit {} is reached", name);
            events.tell(new AuthEvent.LimitReached(now, name));
        }
    }

    private static boolean isFirst(ThrottleCounters counters, ThrottlePermit once, Instant now) {
        return counters.admit(List.of(once), null, now).isGranted();
    }
}
