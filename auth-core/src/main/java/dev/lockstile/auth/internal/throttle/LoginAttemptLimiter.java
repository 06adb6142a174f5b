package dev.lockstile.auth.internal.throttle;

import dev.lockstile.auth.internal.throttle.FailureLimits.Share;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.store.ThrottlePermit;
import dev.lockstile.auth.throttle.ThrottleCounters;
import dev.lockstile.auth.throttle.ThrottleCounters.PermitResult;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts each attempt at a password or a code before it is compared. Without a permit of the client's network and of
 * the identifier the attempt is refused with a time to try again. Without room in the account's {@link FailureLimits}
 * the account is paused: the attempt is admitted, but even a right one is answered as a wrong one
 * ({@link CountedAttempt#isOpen}). Identifiers without an account are counted alike (ASVS 6.3.8).
 */
public final class LoginAttemptLimiter {

    private static final Logger LOG = LoggerFactory.getLogger(LoginAttemptLimiter.class);
    private static final int BUCKETS_IN_PROCESS = 10_000;
    private static final int FALLBACK_DIVISOR = 4;
    private static final ThrottlePermit WIDE_NETWORK = ThrottlePermit.of("network", 1, Duration.ofHours(1));

    private final RateLimitPermits permits;
    private final ThrottleCounters counters;
    private final FailureLimits limits;
    private final FailureRecorder failures;
    private final ThrottleCounters fallback = ThrottleCounters.inProcess(BUCKETS_IN_PROCESS);

    LoginAttemptLimiter(
            RateLimitPermits permits, ThrottleCounters counters, FailureLimits limits, FailureRecorder failures) {
        this.permits = permits;
        this.counters = counters;
        this.limits = limits;
        this.failures = failures;
    }

    /**
     * Counts an attempt. While the counters are out of reach a password gets a small budget of this process (ASVS
     * 16.5.3).
     *
     * @throws StoreUnavailableException for a code, while the counters are out of reach
     */
    public Result admit(AttemptRequest request, Instant now) {
        try {
            return admit(request, counters, now);
        } catch (StoreUnavailableException e) {
            if (request.proof() != AttemptRequest.Proof.PASSWORD) {
                throw e;
            }
            LOG.warn("password logins get a small budget of this process: {}", e.getMessage());
            return inProcess(request, now);
        }
    }

    private Result admit(AttemptRequest request, ThrottleCounters counters, Instant now) {
        AttemptQuota strangers = limits.of(request, Share.STRANGERS, counters);
        PermitResult first = atNetwork(request, now)
                .orElseGet(() -> counters.admit(permits.permits(request.permits(), now), strangers.permit(), now));
        if (first.isGranted() && isOpen(first, strangers)) {
            return Result.with(new CountedAttempt(failures, strangers, true, taken(request.permits(), now)));
        }
        Optional<String> device = request.recognition().device();
        if (device.isPresent()) {
            return enterByDevice(request, device.get(), first, counters, now);
        }
        return first.isGranted() ? enterByNetwork(request, strangers, now) : Result.refused(first.retryAt());
    }

    /** A refusal where failures have used up a network around the client's. */
    private Optional<PermitResult> atNetwork(AttemptRequest request, Instant now) {
        return permits.attack()
                .closedUntil(request.permits().address(), now)
                .map(until -> PermitResult.refused(WIDE_NETWORK, until));
    }

    private Result enterByDevice(
            AttemptRequest request, String device, PermitResult first, ThrottleCounters counters, Instant now) {
        PermitRequest wanted =
                first.isGranted() ? request.permits() : request.permits().by(device);
        if (!first.isGranted()) {
            PermitResult own = counters.admit(permits.permits(wanted, now), null, now);
            if (!own.isGranted()) {
                return Result.refused(own.retryAt());
            }
        }
        return Result.with(byDevice(limits.ofDevice(request, device, counters), wanted, now));
    }

    /** @param held the permits that the attempt has taken already */
    private CountedAttempt byDevice(AttemptQuota own, PermitRequest held, Instant now) {
        boolean isOpen = own.counters().admit(own.permits(), null, now).isGranted();
        return new CountedAttempt(failures, own, isOpen, taken(held, now));
    }

    private CountedAttempt.Permits taken(PermitRequest held, Instant now) {
        return new CountedAttempt.Permits(permits.permits(held, now), now);
    }

    /** Does the same work on every network, so that a known one shows in the answer to a right attempt alone. */
    private Result enterByNetwork(AttemptRequest request, AttemptQuota strangers, Instant now) {
        boolean known = request.recognition().isOnKnownNetwork();
        AttemptQuota own = limits.of(request, known ? Share.NETWORKS : Share.NOBODY, strangers.counters());
        PermitResult second = own.counters().admit(List.of(), own.permit(), now);
        return Result.with(
                known
                        ? new CountedAttempt(failures, own, isOpen(second, own), taken(request.permits(), now))
                        : new CountedAttempt(failures, strangers, false, CountedAttempt.Permits.none(now)));
    }

    /**
     * Counts an attempt without a live challenge: it takes the permits of the client's network alone.
     */
    public Result admitWithoutTarget(AttemptRequest request, Instant now) {
        PermitResult first = atNetwork(request, now)
                .orElseGet(() -> counters.admit(permits.permits(request.permits(), now), null, now));
        if (!first.isGranted()) {
            return Result.refused(first.retryAt());
        }
        AttemptQuota strangers = limits.of(request, Share.STRANGERS, counters);
        return Result.with(
                new CountedAttempt(failures, strangers.withoutTarget(), true, taken(request.permits(), now)));
    }

    private Result inProcess(AttemptRequest request, Instant now) {
        List<ThrottlePermit> fewer = permits.permits(request.permits(), now).stream()
                .map(wanted -> ThrottlePermit.of(
                        wanted.bucket(), Math.max(1, wanted.limit() / FALLBACK_DIVISOR), wanted.window()))
                .toList();
        AttemptQuota quota = limits.of(request, Share.STRANGERS, fallback);
        PermitResult admission = fallback.admit(fewer, quota.permit(), now);
        return admission.isGranted()
                ? Result.with(new CountedAttempt(
                        failures, quota, isOpen(admission, quota), new CountedAttempt.Permits(fewer, now)))
                : Result.refused(admission.retryAt());
    }

    /** An attempt in a session: counted with those of the device that holds the session. */
    public CountedAttempt ofSession(AttemptRequest.Proof proof, Caller caller, Instant now) {
        AttemptRequest request = new AttemptRequest(
                proof, AttemptRequest.subject(caller.user()), PermitRequest.NONE, ClientRecognition.STRANGER);
        String device = TrustedDevices.nameOf(caller.session());
        return byDevice(limits.ofDevice(request, device, counters), PermitRequest.NONE, now);
    }

    /** Clears all counts of an account after a confirmed reset, or on the host's call. */
    public void reset(AuthTx tx, UserInfo user, Instant now) {
        failures.clear(tx, counters, user, null, now);
    }

    /** Clears them and those of the device that holds the session, after its owner changed the password. */
    public void reset(AuthTx tx, UserInfo user, SessionId session, Instant now) {
        failures.clear(tx, counters, user, TrustedDevices.nameOf(session), now);
    }

    private static boolean isOpen(PermitResult admission, AttemptQuota quota) {
        return admission.attemptGranted() || quota.permit() == null;
    }

    /**
     * How a request ended.
     *
     * @param attempt null when it was refused
     * @param retryAt when to try again; null when it was not refused
     */
    public record Result(
            @Nullable CountedAttempt attempt, @Nullable Instant retryAt) {

        static Result with(CountedAttempt attempt) {
            return new Result(attempt, null);
        }

        static Result refused(@Nullable Instant retryAt) {
            return new Result(null, retryAt);
        }

        /** When to try again, for an answer that always tells a time; at once where none is known. */
        public Instant retryAtOr(Instant now) {
            return retryAt == null ? now : retryAt;
        }
    }
}
