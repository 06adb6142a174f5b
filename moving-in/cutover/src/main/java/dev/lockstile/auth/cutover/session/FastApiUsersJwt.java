package dev.lockstile.auth.cutover.session;

import dev.lockstile.auth.secret.Secret;
import java.time.Instant;
import java.util.Optional;

/**
 * Tokens of fastapi-users' {@code JWTStrategy}: HS256, audience {@code fastapi-users:auth}, claims {@code sub} (the
 * user's key) and {@code exp}. Its tokens for a new password and for a proof of an address have other audiences, and
 * are refused. They are access tokens, since that library has no others; one is known by the digest of its signed part.
 */
public final class FastApiUsersJwt implements LegacyTokenFormat {

    private static final String AUDIENCE = "fastapi-users:auth";

    private final Hs256 signature;
    private final String entity;

    private FastApiUsersJwt(Hs256 signature, String entity) {
        this.signature = signature;
        this.entity = entity;
    }

    /**
     * {@return tokens that the strategy {@code JWTStrategy} of fastapi-users signed}
     *
     * @param key the strategy's {@code secret}
     * @param entity the table whose key {@code sub} holds, by its name in the ledger: {@code fu_users} where there is
     *     one beside {@code users}, else {@code users}
     * @throws IllegalArgumentException when the key is shorter than 32 bytes
     */
    public static FastApiUsersJwt signedWith(Secret key, String entity) {
        return new FastApiUsersJwt(new Hs256(key, false), entity);
    }

    /**
     * {@return tokens that are signed with a key that can be searched for: the finder signs in to every account until
     * the move is over}
     *
     * @param key of any length
     * @param entity as for {@link #signedWith}
     */
    public static FastApiUsersJwt allowShortKey(Secret key, String entity) {
        return new FastApiUsersJwt(new Hs256(key, true), entity);
    }

    @Override
    public Optional<Read> read(Secret token, Instant now) {
        return signature.read(token).flatMap(signed -> {
            LegacyClaims claims = new LegacyClaims(signed.claims());
            return claims.isLive(now) && claims.isFor(AUDIENCE) ? read(claims, signed) : Optional.empty();
        });
    }

    private Optional<Read> read(LegacyClaims claims, Hs256.Signed signed) {
        return claims.key("sub")
                .map(user -> new Read(
                        Owner.of(entity, user),
                        null,
                        signed.id(),
                        claims.instant("iat").orElse(null)));
    }
}
