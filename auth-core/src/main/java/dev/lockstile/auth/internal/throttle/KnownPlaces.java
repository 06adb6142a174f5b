package dev.lockstile.auth.internal.throttle;

import dev.lockstile.auth.model.DeviceInfo;
import dev.lockstile.auth.model.SessionOrigin;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Places from which somebody signed in lately: the network of a session, or a linked device. It opens nothing; it gives
 * the owner a budget of failures that strangers elsewhere cannot spend (NIST SP 800-63B-4 3.2.2).
 */
public final class KnownPlaces {

    private static final Duration LATELY = Duration.ofDays(30);
    private static final int SESSIONS = 20;

    private final AuthStore store;

    public KnownPlaces(AuthStore store) {
        this.store = store;
    }

    /** True when the user signed in from this network or device lately, and nobody had reason to end that session. */
    public boolean knows(UserId user, @Nullable String address, @Nullable DeviceInfo device, Instant now) {
        return store.<Boolean>read(tx -> isNetworkOf(tx, user, address, now) || isDeviceOf(tx, user, device));
    }

    private static boolean isNetworkOf(AuthTx tx, UserId user, @Nullable String address, Instant now) {
        String network = ClientNetwork.of(address);
        return !network.equals(ClientNetwork.UNKNOWN)
                && tx.sessions().recentOrigins(user, now.minus(LATELY), SESSIONS).stream()
                        .map(SessionOrigin::remoteAddress)
                        .filter(Objects::nonNull)
                        .map(ClientNetwork::of)
                        .anyMatch(network::equals);
    }

    private static boolean isDeviceOf(AuthTx tx, UserId user, @Nullable DeviceInfo device) {
        String token = device == null ? null : device.token();
        return token != null && !token.isBlank() && tx.devices().isLinked(user, token);
    }
}
