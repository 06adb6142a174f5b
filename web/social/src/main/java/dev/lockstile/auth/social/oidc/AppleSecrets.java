package dev.lockstile.auth.social.oidc;

import dev.lockstile.auth.secret.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Client secrets that Apple takes: signed for each client, and used again for 50 minutes. */
final class AppleSecrets implements ClientSecrets {

    private static final Duration REUSE = Duration.ofMinutes(50);

    private final AppleKey key;
    private final String audience;
    private final Clock clock;
    private final Map<String, Signed> signed = new ConcurrentHashMap<>();

    private record Signed(Secret secret, Instant at) {}

    AppleSecrets(AppleKey key, String audience, Clock clock) {
        this.key = key;
        this.audience = audience;
        this.clock = clock;
    }

    @Override
    public Secret of(String clientId) {
        Instant now = clock.instant();
        Signed known = signed.get(clientId);
        if (known != null && known.at().plus(REUSE).isAfter(now)) {
            return known.secret();
        }
        Signed fresh = new Signed(key.secret(clientId, audience, now), now);
        signed.put(clientId, fresh);
        return fresh.secret();
    }
}
