package dev.lockstile.auth.imports.support;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes tokens as the old systems make them, and some that they would never make. */
public final class LegacyTokenMaker {

    private static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";

    private final String key;
    private final Clock clock;
    private int made;

    public LegacyTokenMaker(String key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** A refresh token of SimpleJWT, with the claims in its order. */
    public String refresh(long user, long profile) {
        return signed(refreshClaims(user).replace("}", ",\"profile_id\":" + profile + "}"));
    }

    /** An access token of SimpleJWT. */
    public String access(long user) {
        Instant now = clock.instant();
        return signed(claims("access", user, now.minusSeconds(60), now.plus(Duration.ofMinutes(5))));
    }

    public String refreshClaims(long user) {
        Instant now = clock.instant();
        return claims("refresh", user, now.minusSeconds(60), now.plus(Duration.ofDays(7)));
    }

    public String claims(String type, long user, Instant issued, Instant until) {
        made++;
        return "{\"token_type\":\"" + type + "\",\"exp\":" + until.getEpochSecond() + ",\"iat\":"
                + issued.getEpochSecond() + ",\"jti\":\"" + "%032x".formatted(made) + "\",\"user_id\":" + user + "}";
    }

    /** A token of fastapi-users. */
    public String fastApi(String user, String audience) {
        long until = clock.instant().plus(Duration.ofHours(1)).getEpochSecond();
        return signed("{\"sub\":\"" + user + "\",\"aud\":[\"" + audience + "\"],\"exp\":" + until + "}");
    }

    public String signed(String claims) {
        return token(HEADER, claims);
    }

    /** With our signature under any header. */
    public String token(String header, String claims) {
        String signing = part(header) + '.' + part(claims);
        return signing + '.' + Base64.getUrlEncoder().withoutPadding().encodeToString(mac(signing));
    }

    public String unsigned(String claims) {
        return part("{\"alg\":\"none\"}") + '.' + part(claims) + '.';
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] mac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
