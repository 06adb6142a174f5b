package dev.lockstile.auth.internal.throttle;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.internal.crypto.Digests;
import dev.lockstile.auth.internal.event.EventPublisher;
import dev.lockstile.auth.model.DeviceInfo;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.throttle.HumanCheck;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.ThrottleCounters;
import dev.lockstile.auth.throttle.ThrottleSettings;
import dev.lockstile.auth.token.ClientEvidence;
import dev.lockstile.auth.token.ClientInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Rate limiters, asked before a flow runs, and what is known of clients. */
public record RateLimiters(
        RequestLimiter requests,
        LoginAttemptLimiter attempts,
        SendLimiter sends,
        KnownPlaces places,
        TrustedDevices devices,
        NodeLimiter refreshes,
        FactorAttempts factors,
        HumanChecks humans,
        OperationPermits permits,
        CodeCooldown codeCooldown,
        NodeLimiter apiKeys) {

    /** The limiters on one set of counters: the host's, or those in the store. */
    public static RateLimiters of(Rules rules, EventPublisher events, Parts parts) {
        ThrottleCounters own = parts.counters();
        ThrottleCounters counters = WatchedCounters.of(
                own == null ? new StoreCounters(parts.store()) : new FailClosedCounters(own), events.flows());
        CodeCooldown cooldown =
                new CodeCooldown(rules.codeCooldown(), rules.settings().sends().longestCooldown());
        RateLimitPermits permits = new RateLimitPermits(rules.settings(), parts.digests(), cooldown);
        OperationPermits taken = new OperationPermits();
        ThrottleCounters noted = taken.noting(counters);
        FailureLimits limits = new FailureLimits(permits, rules.identifiers());
        FailureRecorder failures = new FailureRecorder(permits, limits, taken, events);
        return new RateLimiters(
                new RequestLimiter(permits, noted),
                new LoginAttemptLimiter(permits, counters, limits, failures),
                new SendLimiter(permits, noted, failures),
                new KnownPlaces(parts.store()),
                new TrustedDevices(parts.store(), parts.digests()),
                new NodeLimiter(RateLimit.TOKEN_REFRESH_SESSION, permits, taken.noting(ofNode(events))),
                new FactorAttempts(permits, noted),
                new HumanChecks(parts.humanCheck(), permits.attack()),
                taken,
                cooldown,
                new NodeLimiter(RateLimit.API_KEY_USE, permits, ofNode(events)));
    }

    private static ThrottleCounters ofNode(EventPublisher events) {
        return WatchedCounters.of(NodeLimiter.counters(), events.flows());
    }

    /** True where neither a trusted device nor a session of late came from the client's network and device. */
    public boolean isNewPlace(AuthTx tx, StoredUser user, ClientInfo client, Instant now) {
        return !devices.recognises(tx, user, client.evidence(), now) && KnownPlaces.isNew(tx, user.info(), client, now);
    }

    /** What is known of a client that names an account, found out when it is asked. */
    public ClientRecognition recognition(Supplier<Optional<StoredUser>> owner, Client seen) {
        return new ClientRecognition() {
            @Override
            public Optional<String> device() {
                return seen.evidence().trustedDevice() == null
                        ? Optional.empty()
                        : owner.get().flatMap(user -> devices.recognise(user, seen.evidence(), seen.now()));
            }

            @Override
            public boolean isOnKnownNetwork() {
                UserId user = owner.get().map(found -> found.info().id()).orElse(null);
                return places.knows(user, seen.address(), seen.device(), seen.now());
            }
        };
    }

    /** A client, as a request shows it. */
    public record Client(@Nullable String address, @Nullable DeviceInfo device, ClientEvidence evidence, Instant now) {

        public static Client of(ClientInfo client, Instant now) {
            return new Client(client.address(), client.device(), client.evidence(), now);
        }
    }

    /**
     * What is limited, and how identifiers are written.
     *
     * @param codeCooldown the first wait between two codes to one recipient
     */
    public record Rules(ThrottleSettings settings, Duration codeCooldown, IdentifierRules identifiers) {}

    /**
     * What the host brings.
     *
     * @param counters null where they lie in the store
     * @param humanCheck null where no check is asked
     */
    public record Parts(
            AuthStore store,
            Digests digests,
            @Nullable ThrottleCounters counters,
            @Nullable HumanCheck humanCheck) {}
}
