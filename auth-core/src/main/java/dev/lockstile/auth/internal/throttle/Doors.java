package dev.lockstile.auth.internal.throttle;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.event.AuthEvents;
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
public record Doors(
        Throttles throttles,
        GuessDoor guesses,
        SendLimiter sends,
        KnownPlaces places,
        TrustedDevices devices,
        RefreshDoor refreshes,
        HumanChecks humans) {

    /** The limiters on one set of counters. */
    public static Doors of(Throttles throttles, IdentifierRules identifiers, AuthEvents events, Home home) {
        FailureWatch watch = new FailureWatch(throttles, events);
        return new Doors(
                throttles,
                new GuessDoor(throttles, identifiers, watch),
                new SendLimiter(throttles, watch),
                new KnownPlaces(home.store()),
                new TrustedDevices(home.store(), home.digests()),
                new RefreshDoor(throttles),
                new HumanChecks(home.humanCheck(), throttles.surge()));
    }

    /** What is known of a client that names an account. */
    public Visitor visitor(Supplier<Optional<StoredUser>> owner, Sighting seen) {
        return new Visitor() {
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
    public record Sighting(
            @Nullable String address, @Nullable DeviceInfo device, ClientEvidence evidence, Instant now) {

        public static Sighting of(ClientInfo client, Instant now) {
            return new Sighting(client.address(), client.device(), client.evidence(), now);
        }
    }

    /**
     * What the host brings.
     *
     * @param humanCheck null where nobody is asked
     */
    public record Home(
            AuthStore store, Digests digests, @Nullable HumanCheck humanCheck) {}
}
