package dev.lockstile.auth.cutover.session;

import dev.lockstile.auth.secret.Secret;
import java.time.Instant;
import java.util.Optional;

/**
 * Tokens of djangorestframework-simplejwt with its usual settings, as a jb-drf-auth project makes them: HS256 under
 * {@code SIGNING_KEY} (or {@code SECRET_KEY}), claims {@code token_type}, {@code exp}, {@code iat}, {@code jti},
 * {@code user_id} and, of jb-drf-auth, {@code profile_id}. Refresh tokens alone, unless access tokens are allowed.
 */
public final class SimpleJwt implements LegacyTokenFormat {

    /** What the id of such a token begins with. */
    static final String JTI = "jti:";

    private static final String USERS = "users";

    private final Hs256 signature;
    private final boolean access;

    private SimpleJwt(Hs256 signature, boolean access) {
        this.signature = signature;
        this.access = access;
    }

    /**
     * {@return refresh tokens that djangorestframework-simplejwt signed}
     *
     * @param key the {@code SIGNING_KEY}
     * @throws IllegalArgumentException when the key is shorter than 32 bytes
     */
    public static SimpleJwt signedWith(Secret key) {
        return new SimpleJwt(new Hs256(key, false), false);
    }

    /**
     * {@return tokens that are signed with a key that can be searched for: the finder signs in to every account until
     * the move is over}
     *
     * @param key of any length
     */
    public static SimpleJwt allowShortKey(Secret key) {
        return new SimpleJwt(new Hs256(key, true), false);
    }

    /**
     * {@return the same that exchanges access tokens too: for clients that kept no refresh token} What reads access
     * tokens gains by it.
     */
    public SimpleJwt allowAccessTokens() {
        return new SimpleJwt(signature, true);
    }

    @Override
    public Optional<Read> read(Secret token, Instant now) {
        return signature
                .read(token)
                .map(signed -> new LegacyClaims(signed.claims()))
                .filter(claims -> claims.isLive(now) && isOfUse(claims))
                .flatMap(SimpleJwt::read);
    }

    /** One made for another audience or by another issuer under the same key is none of these. */
    private boolean isOfUse(LegacyClaims claims) {
        String type = claims.text("token_type").orElse("");
        return (type.equals("refresh") || access && type.equals("access"))
                && claims.has("iat")
                && !claims.has("aud")
                && !claims.has("iss");
    }

    private static Optional<Read> read(LegacyClaims claims) {
        return claims.key("user_id")
                .flatMap(user -> claims.text("jti")
                        .map(id -> new Read(
                                Owner.of(USERS, user),
                                claims.key("profile_id").orElse(null),
                                JTI + id,
                                claims.instant("iat").orElse(null))));
    }
}
