package dev.lockstile.auth.internal.throttle;

import dev.lockstile.auth.store.ThrottlePermit;
import dev.lockstile.auth.throttle.RateLimit.Rate;
import dev.lockstile.auth.throttle.ThrottleCounters;
import dev.lockstile.auth.throttle.ThrottleCounters.PermitResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Grants requests as the named rates allow: by the client's network, and by the identifier that is asked about. */
public final class RequestLimiter {

    private final RateLimitPermits permits;
    private final ThrottleCounters counters;

    RequestLimiter(RateLimitPermits permits, ThrottleCounters counters) {
        this.permits = permits;
        this.counters = counters;
    }

    /**
     * Takes the permits of a request, all or none.
     *
     * @param device by what the client's failures are counted, when it shows that it is the owner's; asked only when a
     *     permit is not to be had, and then those of the device are taken. Nothing less is asked for: whatever else
     *     told owners from strangers here would tell strangers which names have owners
     * @return when to try again; empty when the request is granted
     */
    public Optional<Instant> refusal(PermitRequest request, Supplier<Optional<String>> device, Instant now) {
        PermitResult first = counters.admit(permits.permits(request, now), null, now);
        if (first.isGranted()) {
            return Optional.empty();
        }
        return device.get()
                .map(name -> counters.admit(
                        permits.ofDevice(request, permits.permits(request.by(name), now), now), null, now))
                .map(second -> Optional.ofNullable(second.retryAt()))
                .orElseGet(() -> Optional.ofNullable(first.retryAt()));
    }

    /** The same without a known account. */
    public Optional<Instant> refusal(PermitRequest request, Instant now) {
        return refusal(request, Optional::empty, now);
    }

    /** Gives the permits of a request back that were taken, since it turned out to be one that is not to be counted. */
    public void release(PermitRequest request, Instant now) {
        permits.permits(request, now).forEach(permit -> counters.giveBack(permit, now));
    }

    /**
     * Takes the permit of the client's network and then, in silence, that of the identifier: the client is told of
     * the first alone.
     */
    public Outcome networkThenIdentifier(PermitRequest request, Supplier<Optional<String>> device, Instant now) {
        PermitResult first = counters.admit(permits.addresses(request, now), permits.spaced(request), now);
        if (first.isGranted() && hasPermit(request, first)) {
            return new Outcome(null, true);
        }
        Optional<PermitRequest> own = device.get().map(request::by);
        if (own.isPresent()) {
            PermitResult all =
                    counters.admit(permits.ofDevice(request, List.of(), now), permits.spaced(own.get()), now);
            return new Outcome(null, all.isGranted() && hasPermit(own.get(), all));
        }
        return new Outcome(first.retryAt(), false);
    }

    /**
     * Takes all permits of a request, or those of the client's network alone: the client is told of the network's
     * limit, and a device of the owner's of its own, and never of the identifier's.
     */
    public Outcome allOrNetwork(PermitRequest request, Supplier<Optional<String>> device, Instant now) {
        if (counters.admit(permits.permits(request, now), null, now).isGranted()) {
            return new Outcome(null, true);
        }
        Optional<String> name = device.get();
        if (name.isPresent()) {
            PermitResult own = counters.admit(
                    permits.ofDevice(request, permits.permits(request.by(name.get()), now), now), null, now);
            return new Outcome(own.retryAt(), own.isGranted());
        }
        return new Outcome(
                counters.admit(permits.addresses(request, now), null, now).retryAt(), false);
    }

    private boolean hasPermit(PermitRequest request, PermitResult admission) {
        return admission.attemptGranted() || permits.spaced(request) == null;
    }

    /** Takes the one permit of a key in a window. */
    public boolean isFirst(String name, String key, Duration window, Instant now) {
        return take(ThrottlePermit.of(permits.bucket(name, key), 1, window), now);
    }

    /**
     * Takes one permit of a key, for a limit that no setting names.
     *
     * @param name of the limit
     * @param rate how many permits the key has
     * @return false when there is none
     */
    public boolean take(String name, String key, Rate rate, Instant now) {
        return take(ThrottlePermit.of(permits.bucket(name, key), rate.limit(), rate.window()), now);
    }

    private boolean take(ThrottlePermit permit, Instant now) {
        return counters.admit(List.of(permit), null, now).isGranted();
    }

    /**
     * How a request ended of which only the network's limit is told.
     *
     * @param retryAt when to try again; null unless the network has had its share
     * @param permitted false when the identifier has had its share
     */
    public record Outcome(@Nullable Instant retryAt, boolean permitted) {}
}
