package dev.lockstile.auth.internal.throttle;

import dev.lockstile.auth.internal.crypto.Digests;
import dev.lockstile.auth.store.ThrottlePermit;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.RateLimit.Rate;
import dev.lockstile.auth.throttle.ThrottleSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names buckets and sets their limits. Buckets are keyed digests of what they count: the table of counters names
 * no person.
 */
final class RateLimitPermits {

    private static final int LONGEST_NAME = 20;
    private static final int STRICTER = 4;
    private static final int ALL_DEVICES = 2;
    private static final String DEVICES = "devices:";
    private static final Set<RateLimit> ATTEMPTS =
            EnumSet.of(RateLimit.LOGIN_IP, RateLimit.OTP_VERIFY_IP, RateLimit.LOGIN_FAILURE_IP);

    private final ThrottleSettings settings;
    private final Digests.Use digests;
    private final CodeCooldown codeCooldown;
    private final AttackState attack = new AttackState();

    RateLimitPermits(ThrottleSettings settings, Digests digests, CodeCooldown codeCooldown) {
        this.settings = settings;
        this.digests = digests.use("throttle");
        this.codeCooldown = codeCooldown;
    }

    ThrottleSettings settings() {
        return settings;
    }

    AttackState attack() {
        return attack;
    }

    /**
     * The permits of one device among those of all devices: an identifier has twice its rate for all of its devices
     * together, and a network its rate again for all devices on it, so that neither many sign-ins nor many accounts of
     * one person have more sent.
     */
    List<ThrottlePermit> ofDevice(PermitRequest request, List<ThrottlePermit> own, Instant now) {
        List<ThrottlePermit> permits = new ArrayList<>(own);
        RateLimit byAddress = request.byAddress();
        if (byAddress != null) {
            permit(byAddress, DEVICES + ClientNetwork.of(request.address())).ifPresent(permits::add);
        }
        for (RateLimit throttle : request.byIdentity()) {
            settings.rate(throttle)
                    .map(rate -> ThrottlePermit.of(
                            bucket(throttle.name(), DEVICES + request.identity()),
                            times(rate.limit(), ALL_DEVICES),
                            rate.window()))
                    .ifPresent(permits::add);
        }
        return permits;
    }

    /** The identifier's permit, at most one within the cool-down; null when the rate is off. */
    @Nullable
    ThrottlePermit spaced(PermitRequest request) {
        return permit(request.byIdentity().get(0), request.identity())
                .map(permit -> permit.spaced(codeCooldown.even()))
                .orElse(null);
    }

    /** The permits of a request, the client's before the identifier's. */
    List<ThrottlePermit> permits(PermitRequest request, Instant now) {
        List<ThrottlePermit> permits = new ArrayList<>(addresses(request, now));
        for (RateLimit throttle : request.byIdentity()) {
            permit(throttle, request.identity()).ifPresent(permits::add);
        }
        return permits;
    }

    List<ThrottlePermit> addresses(PermitRequest request, Instant now) {
        RateLimit throttle = request.byAddress();
        return throttle == null ? List.of() : byAddress(throttle, request.address(), now);
    }

    /**
     * The permits of a client, from the narrowest network. Who has no address shares half of them with all others who
     * have none; during an alarm there are a quarter of those for attempts. A password login takes none of the wide
     * networks, for which {@link AttackState} knows whether failures there have used them up.
     */
    List<ThrottlePermit> byAddress(RateLimit throttle, @Nullable String address, Instant now) {
        String network = ClientNetwork.of(address);
        int half = network.equals(ClientNetwork.UNKNOWN) ? 2 : 1;
        int quarter = ATTEMPTS.contains(throttle) && attack.isAlarmed(now) ? STRICTER : 1;
        List<ThrottlePermit> permits = new ArrayList<>();
        permit(throttle, network)
                .map(p -> ThrottlePermit.of(p.bucket(), Math.max(1, p.limit() / half / quarter), p.window()))
                .ifPresent(permits::add);
        if (throttle != RateLimit.LOGIN_IP) {
            for (ClientNetwork.Wide wide : ClientNetwork.around(network)) {
                permit(throttle, wide.network())
                        .map(p -> ThrottlePermit.of(p.bucket(), times(p.limit() / quarter, wide.factor()), p.window()))
                        .ifPresent(permits::add);
            }
        }
        return permits;
    }

    private static int times(int limit, int factor) {
        return (int) Math.min(Integer.MAX_VALUE, (long) Math.max(1, limit) * factor);
    }

    /** A permit among those of a key; empty when the rate is off. */
    Optional<ThrottlePermit> permit(RateLimit throttle, String key) {
        return settings.rate(throttle).map(rate -> permit(throttle, rate, key));
    }

    private ThrottlePermit permit(RateLimit throttle, Rate rate, String key) {
        ThrottlePermit permit = ThrottlePermit.of(bucket(throttle.name(), key), rate.limit(), rate.window());
        return throttle == RateLimit.OTP_REQUEST_IDENTITY ? permit.spaced(codeCooldown.growing()) : permit;
    }

    /** The bucket of that name for a key. */
    String bucket(String name, String key) {
        return shortName(name) + ":" + digests.of(name, key);
    }

    static String shortName(String name) {
        return name.substring(0, Math.min(LONGEST_NAME, name.length())).toLowerCase(Locale.ROOT);
    }
}
