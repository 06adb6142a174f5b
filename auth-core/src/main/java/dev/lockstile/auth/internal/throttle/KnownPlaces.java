package dev.lockstile.auth.internal.throttle;

import dev.lockstile.auth.model.DeviceId;
import dev.lockstile.auth.model.DeviceInfo;
import dev.lockstile.auth.model.SessionState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.ThrottlePermit;
import dev.lockstile.auth.token.ClientInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Places of recent sign-ins: the network of a session, or its device. A linked device without such a
 * session is none, be it that the session was ended for a reason or that an import brought the device. A place opens
 * nothing; it gives the owner a budget of failures that strangers elsewhere cannot spend (NIST SP 800-63B-4 3.2.2).
 * Strangers may be on the same network, so it moves no limit that is told to the client: see {@link TrustedDevices}.
 */
public final class KnownPlaces {

    private static final Duration LATELY = Duration.ofDays(30);
    private static final Duration FIRST_DAY = Duration.ofDays(1);
    private static final int SESSIONS = 20;
    private static final ThrottlePermit NOTHING = ThrottlePermit.of("nothing", 1, LATELY);

    private final AuthStore store;

    public KnownPlaces(AuthStore store) {
        this.store = store;
    }

    /**
     * True when the user signed in from this network or device lately, and that session was not ended for a reason.
     * Asked without a user, it does the same work.
     */
    public boolean knows(@Nullable UserId user, @Nullable String address, @Nullable DeviceInfo device, Instant now) {
        String network = ClientNetwork.of(address);
        String token = device == null || device.token() == null ? "" : device.token();
        boolean somewhere = !network.equals(ClientNetwork.UNKNOWN);
        if (!somewhere && token.isBlank()) {
            return false;
        }
        return store.<Boolean>read(tx -> {
            List<SessionState.Origin> origins = user == null ? pretend(tx, now) : lately(tx, user, now);
            boolean isNetwork = somewhere && isNetworkOf(origins, network);
            boolean named = !token.isBlank() && tx.devices().isMapped();
            return isNetwork
                    || named
                            && isOneOf(
                                    origins,
                                    user == null ? none(tx, now) : tx.devices().byToken(user, token));
        });
    }

    /**
     * True where no session of late came from the client's network on a client of that name. An account that was opened
     * within a day and has had no session is at no new place.
     */
    static boolean isNew(AuthTx tx, UserInfo user, ClientInfo client, Instant now) {
        List<SessionState.Origin> origins = lately(tx, user.id(), now);
        if (origins.isEmpty()) {
            return user.dates().joinedAt().isBefore(now.minus(FIRST_DAY));
        }
        String network = ClientNetwork.of(client.address());
        DeviceInfo device = client.device();
        String label = device == null || device.name() == null ? client.label() : device.name();
        return origins.stream()
                .filter(origin -> Objects.equals(origin.deviceLabel(), label))
                .noneMatch(origin -> ClientNetwork.of(origin.remoteAddress()).equals(network));
    }

    private static List<SessionState.Origin> lately(AuthTx tx, UserId user, Instant now) {
        return tx.sessions().recentOrigins(user, now.minus(LATELY), SESSIONS);
    }

    private static boolean isNetworkOf(List<SessionState.Origin> origins, String network) {
        return origins.stream()
                .map(SessionState.Origin::remoteAddress)
                .filter(Objects::nonNull)
                .map(ClientNetwork::of)
                .anyMatch(network::equals);
    }

    private static boolean isOneOf(List<SessionState.Origin> origins, Optional<DeviceId> device) {
        return device.map(DeviceId::toString)
                .filter(ref -> origins.stream().anyMatch(origin -> ref.equals(origin.deviceRef())))
                .isPresent();
    }

    private static Optional<DeviceId> none(AuthTx tx, Instant now) {
        pretend(tx, now);
        return Optional.empty();
    }

    /** One probe of an index, as the others are. */
    private static List<SessionState.Origin> pretend(AuthTx tx, Instant now) {
        tx.throttles().opensAt(NOTHING, now);
        return List.of();
    }
}
