package dev.lockstile.auth.internal.throttle;

import dev.lockstile.auth.model.DeviceInfo;
import dev.lockstile.auth.model.SessionState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.ThrottlePermit;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Places from which somebody signed in lately: the network of a session, or a linked device. It opens nothing; it gives
 * the owner a budget of failures that strangers elsewhere cannot spend (NIST SP 800-63B-4 3.2.2). Strangers may be on the
 * same network, so it moves no limit that is told to the client: see {@link TrustedDevices}.
 */
public final class KnownNetworks {

    private static final Duration LATELY = Duration.ofDays(30);
    private static final int SESSIONS = 20;
    private static final ThrottlePermit NOTHING = ThrottlePermit.of("nothing", 1, LATELY);

    private final AuthStore store;

    public KnownNetworks(AuthStore store) {
        this.store = store;
    }

    /**
     * True when the user signed in from this network or device lately, and nobody had reason to end that session. Asked
     * for nobody, it does the same work.
     */
    public boolean knows(@Nullable UserId user, @Nullable String address, @Nullable DeviceInfo device, Instant now) {
        return store.<Boolean>read(tx -> {
            boolean network = !ClientNetwork.of(address).equals(ClientNetwork.UNKNOWN)
                    && (user == null ? pretend(tx, now) : isNetworkOf(tx, user, ClientNetwork.of(address), now));
            return network || isDeviceOf(tx, user, device, now);
        });
    }

    private static boolean isNetworkOf(AuthTx tx, UserId user, String network, Instant now) {
        return tx.sessions().recentOrigins(user, now.minus(LATELY), SESSIONS).stream()
                .map(SessionState.Origin::remoteAddress)
                .filter(Objects::nonNull)
                .map(ClientNetwork::of)
                .anyMatch(network::equals);
    }

    private static boolean isDeviceOf(AuthTx tx, @Nullable UserId user, @Nullable DeviceInfo device, Instant now) {
        String token = device == null ? null : device.token();
        return token != null
                && !token.isBlank()
                && (user == null ? pretend(tx, now) : tx.devices().isLinked(user, token));
    }

    /** One probe of an index, as the others are. */
    private static boolean pretend(AuthTx tx, Instant now) {
        tx.throttles().opensAt(NOTHING, now);
        return false;
    }
}
