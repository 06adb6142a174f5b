package dev.lockstile.auth.internal.jose;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.lockstile.auth.model.AuthContext;
import dev.lockstile.auth.model.AuthContext.Assurance;
import dev.lockstile.auth.model.Right;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an access token carries (RFC 7519, 9068). All of it is required and typed (ASVS 9.2.1); no personal data is in
 * it.
 *
 * @param user textual key of the user, the {@code sub}
 * @param session the {@code sid}
 * @param profile textual key of the profile
 * @param roles the role of the profile; a text of the host's that spells no right
 * @param rights what the account may do beyond its own affairs
 * @param context the {@code acr}, {@code amr} and {@code idp}; tokens from before they were told count as one factor
 * @param own claims of the host's own
 * @param actor the {@code act}; null where the owner of the account calls
 */
public record AccessTokenClaims(
        String user,
        String session,
        String profile,
        List<String> roles,
        Set<Right> rights,
        Instant authTime,
        AuthContext context,
        Map<String, Object> own,
        @Nullable ActorClaim actor) {

    static final String SESSION = "sid";
    static final String PROFILE = "profile_id";
    static final String ROLES = "roles";
    static final String RIGHTS = "rights";
    static final String AUTH_TIME = "auth_time";
    static final String CLIENT = "client_id";
    static final String ASSURANCE = "acr";
    static final String METHODS = "amr";
    static final String PROVIDER = "idp";

    /** What may stand in a token, beside claims of the host's own. */
    static final List<String> NAMES = List.of(
            "iss",
            "aud",
            "sub",
            "jti",
            "iat",
            "exp",
            SESSION,
            PROFILE,
            ROLES,
            RIGHTS,
            AUTH_TIME,
            ASSURANCE,
            METHODS,
            CLIENT,
            PROVIDER,
            ActorClaim.NAME);

    private static final List<String> OPTIONAL = List.of(ASSURANCE, METHODS, PROVIDER, ActorClaim.NAME);

    /** How many claims each token of ours has, beside these. */
    private static final int COUNT = NAMES.size() - OPTIONAL.size();

    /** How many characters the methods may take, as in the column of a session. */
    private static final int MOST_METHODS = 60;

    private static final int MOST_PROVIDER = 30;

    private static final long LAST_SECOND =
            Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    public AccessTokenClaims {
        roles = List.copyOf(roles);
        rights = Set.copyOf(rights);
        own = Map.copyOf(own);
    }

    /** Without claims of the host's own. */
    public AccessTokenClaims(
            String user, String session, String profile, List<String> roles, Set<Right> rights, Instant authTime) {
        this(user, session, profile, roles, rights, authTime, AuthContext.UNKNOWN, Map.of(), null);
    }

    /** Of the owner of the account. */
    public AccessTokenClaims(
            String user,
            String session,
            String profile,
            List<String> roles,
            Set<Right> rights,
            Instant authTime,
            AuthContext context,
            Map<String, Object> own) {
        this(user, session, profile, roles, rights, authTime, context, own, null);
    }

    /** For how long a token is good, where those of owners are good for the given time. */
    public Duration life(Duration owners) {
        return actor == null ? owners : ActorClaim.LIFE;
    }

    /** Writes what {@link #read} demands beside issuer, audience, subject, id and times. */
    public void addTo(JWTClaimsSet.Builder token, String client) {
        token.claim(SESSION, session)
                .claim(PROFILE, profile)
                .claim(ROLES, roles)
                .claim(RIGHTS, rights.stream().map(Right::text).sorted().toList())
                .claim(AUTH_TIME, authTime.getEpochSecond())
                .claim(ASSURANCE, context.assurance().claim())
                .claim(METHODS, context.methods())
                .claim(CLIENT, client);
        if (context.provider() != null) {
            token.claim(PROVIDER, context.provider());
        }
        if (actor != null) {
            token.claim(ActorClaim.NAME, actor.json());
        }
    }

    /** The token with these verified claims; empty when one is missing, of another type or not for us and now. */
    static Optional<ParsedAccessToken> read(Map<String, Object> claims, ExpectedToken expected, Instant now) {
        boolean ours = expected.issuer().equals(claims.get("iss"))
                && expected.audience().equals(claims.get("aud"))
                && !claims.containsKey("nbf");
        String id = text(claims, "jti");
        Instant issued = instant(claims, "iat");
        Instant expires = instant(claims, "exp");
        if (!ours || text(claims, CLIENT) == null || id == null || issued == null || expires == null) {
            return Optional.empty();
        }
        return complete(claims)
                .filter(read -> isTimely(issued, expires, read.life(expected.longestLife()), expected.skew(), now)
                        && !read.authTime().isAfter(issued.plus(expected.skew())))
                .map(read -> new ParsedAccessToken(read, id, issued, expires));
    }

    private static Optional<AccessTokenClaims> complete(Map<String, Object> claims) {
        String user = text(claims, "sub");
        String session = text(claims, SESSION);
        String profile = text(claims, PROFILE);
        List<String> roles = texts(claims.get(ROLES));
        Set<Right> rights = rights(claims.get(RIGHTS));
        Instant authTime = instant(claims, AUTH_TIME);
        AuthContext context = context(claims);
        if (user == null || session == null || profile == null || roles == null || rights == null) {
            return Optional.empty();
        }
        ActorClaim actor = ActorClaim.of(claims.get(ActorClaim.NAME)).orElse(null);
        boolean understood = actor != null || !claims.containsKey(ActorClaim.NAME);
        return authTime == null || context == null || !understood
                ? Optional.empty()
                : Optional.of(new AccessTokenClaims(
                        user, session, profile, roles, rights, authTime, context, own(claims), actor));
    }

    /** Null where one of the two is there and not as ours are. */
    private static @Nullable AuthContext context(Map<String, Object> claims) {
        if (!claims.containsKey(ASSURANCE) && !claims.containsKey(METHODS)) {
            return AuthContext.UNKNOWN;
        }
        List<String> methods = texts(claims.get(METHODS));
        String assurance = text(claims, ASSURANCE);
        boolean known = Assurance.AAL1.claim().equals(assurance)
                || Assurance.AAL2.claim().equals(assurance);
        boolean named = !claims.containsKey(PROVIDER) || text(claims, PROVIDER) != null;
        if (methods == null || !known || !named || String.join(" ", methods).length() > MOST_METHODS) {
            return null;
        }
        String provider = text(claims, PROVIDER);
        if (provider != null && provider.length() > MOST_PROVIDER) {
            return null;
        }
        try {
            return new AuthContext(Assurance.of(assurance), methods, provider);
        } catch (IllegalArgumentException e) {
            return null; // each fits, and both together do not
        }
    }

    /** All of ours are there by now but for these, so a token of as many claims has no others. */
    private static Map<String, Object> own(Map<String, Object> claims) {
        int optional = 0;
        for (String name : OPTIONAL) {
            optional += claims.containsKey(name) ? 1 : 0;
        }
        if (claims.size() == COUNT + optional) {
            return Map.of();
        }
        Map<String, Object> own = new HashMap<>(claims);
        own.keySet().removeIf(RegisteredClaims::isReserved);
        own.values().removeIf(Objects::isNull);
        return own;
    }

    private static boolean isTimely(Instant issued, Instant expires, Duration longest, Duration skew, Instant now) {
        Duration life = Duration.between(issued, expires);
        return !life.isNegative()
                && life.compareTo(longest.plusSeconds(1)) < 0 // both ends are whole seconds
                && now.isBefore(expires.plus(skew))
                && !issued.isAfter(now.plus(skew));
    }

    private static @Nullable String text(Map<String, Object> claims, String name) {
        return claims.get(name) instanceof String text && !text.isEmpty() ? text : null;
    }

    /** Whole seconds, as ours always are. */
    private static @Nullable Instant instant(Map<String, Object> claims, String name) {
        return claims.get(name) instanceof Long seconds && seconds >= 0 && seconds <= LAST_SECOND
                ? Instant.ofEpochSecond(seconds)
                : null;
    }

    /** Null for anything but a list of the words of rights: what is not understood is not passed over. */
    private static @Nullable Set<Right> rights(@Nullable Object claim) {
        List<String> words = texts(claim);
        if (words == null) {
            return null;
        }
        Set<Right> rights = EnumSet.noneOf(Right.class);
        for (String word : words) {
            Right right = Right.of(word).orElse(null);
            if (right == null) {
                return null;
            }
            rights.add(right);
        }
        return rights;
    }

    private static @Nullable List<String> texts(@Nullable Object claim) {
        if (!(claim instanceof List<?> values)) {
            return null;
        }
        String[] texts = new String[values.size()];
        for (int i = 0; i < texts.length; i++) {
            if (!(values.get(i) instanceof String text)) {
                return null;
            }
            texts[i] = text;
        }
        return List.of(texts);
    }
}
