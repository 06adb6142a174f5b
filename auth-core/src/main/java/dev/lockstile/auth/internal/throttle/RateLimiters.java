package dev.lockstile.auth.internal.throttle;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.event.EventPublisher;
import dev.lockstile.auth.internal.crypto.Digests;
import dev.lockstile.auth.model.DeviceInfo;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.throttle.HumanCheck;
import dev.lockstile.auth.token.ClientEvidence;
import dev.lockstile.auth.token.ClientInfo;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Rate limiters, asked before a flow runs, and what is known of clients. */
public record RateLimiters(
        RequestLimiter requests,
        LoginAttemptLimiter attempts,
        SendLimiter sends,
        KnownNetworks networks,
        TrustedDevices devices,
        RefreshLimiter refreshes,
        FactorAttempts factors,
        HumanChecks humans) {

    /** The limiters on one set of counters. */
    public static RateLimiters of(
            RequestLimiter throttles, IdentifierRules identifiers, EventPublisher events, Parts home) {
        FailureRecorder watch = new FailureRecorder(throttles, events);
        return new RateLimiters(
                throttles,
                new LoginAttemptLimiter(throttles, identifiers, watch),
                new SendLimiter(throttles, watch),
                new KnownNetworks(home.store()),
                new TrustedDevices(home.store(), home.digests()),
                new RefreshLimiter(throttles),
                new FactorAttempts(throttles),
                new HumanChecks(home.humanCheck(), throttles.permits().attack()));
    }

    /** What is known of a client that names an account. */
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
                return networks.knows(user, seen.address(), seen.device(), seen.now());
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
     * What the host brings.
     *
     * @param humanCheck null where nobody is asked
     */
    public record Parts(
            AuthStore store, Digests digests, @Nullable HumanCheck humanCheck) {}
}
