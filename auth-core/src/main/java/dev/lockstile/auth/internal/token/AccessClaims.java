package dev.lockstile.auth.internal.token;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.lockstile.auth.token.TokenSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an access token says. All of it is required and typed (ASVS 9.2.1); no personal data is in it.
 *
 * @param user textual key of the user, the {@code sub}
 * @param session the {@code sid}
 * @param profile textual key of the profile
 */
public record AccessClaims(String user, String session, String profile, List<String> roles, Instant authTime) {

    static final String SESSION = "sid";
    static final String PROFILE = "profile_id";
    static final String ROLES = "roles";
    static final String AUTH_TIME = "auth_time";

    public AccessClaims {
        roles = List.copyOf(roles);
    }

    static Optional<AccessClaims> read(JWTClaimsSet set, TokenSettings settings, Instant now) {
        boolean ours = settings.issuer().equals(text(set, "iss"))
                && List.of(settings.audience()).equals(set.getAudience())
                && text(set, "jti") != null;
        return ours && isTimely(set, settings, now) ? complete(set) : Optional.empty();
    }

    private static Optional<AccessClaims> complete(JWTClaimsSet set) {
        String user = text(set, "sub");
        String session = text(set, SESSION);
        String profile = text(set, PROFILE);
        List<String> roles = texts(set.getClaim(ROLES));
        Object time = set.getClaim(AUTH_TIME);
        if (user == null || session == null || profile == null || roles == null || !(time instanceof Number seconds)) {
            return Optional.empty();
        }
        return Optional.of(new AccessClaims(user, session, profile, roles, Instant.ofEpochSecond(seconds.longValue())));
    }

    private static boolean isTimely(JWTClaimsSet set, TokenSettings settings, Instant now) {
        Date issued = set.getIssueTime();
        Date expires = set.getExpirationTime();
        if (issued == null || expires == null || set.getNotBeforeTime() != null) {
            return false;
        }
        Duration life = Duration.between(issued.toInstant(), expires.toInstant());
        return !life.isNegative()
                && life.compareTo(settings.accessTtl()) <= 0
                && now.isBefore(expires.toInstant().plus(settings.skew()))
                && !issued.toInstant().isAfter(now.plus(settings.skew()));
    }

    private static @Nullable String text(JWTClaimsSet set, String name) {
        return set.getClaim(name) instanceof String text && !text.isEmpty() ? text : null;
    }

    private static @Nullable List<String> texts(@Nullable Object claim) {
        if (!(claim instanceof List<?> values)) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        for (Object value : values) {
            if (!(value instanceof String text)) {
                return null;
            }
            texts.add(text);
        }
        return texts;
    }
}
