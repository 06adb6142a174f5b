package dev.lockstile.auth.cutover.session;

import dev.lockstile.auth.secret.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tokens that an application beside fastapi-users signs by itself: HS256, with the claims {@code sub} (the user name
 * after a sign-in of the application's own, the e-mail after one of that library), {@code uid} (the key in the table
 * that was asked), {@code role} and {@code exp}, and no audience, issuer or name of their own.
 *
 * <p>One number stands for two people, one in each table. So the owner is the one whose row has the number and who is
 * called here as {@code sub} says; where that is no row, or two, the token is refused. A row of {@code users}
 * that became part of an account in {@code fu_users} opens nothing, whatever it says: the application let
 * people register there under any address, unproven, so the row may be a stranger's. Its person signs in anew. Refused
 * as well are tokens of {@code users} rows that an import in place has left where they were, since nothing tells those
 * apart. The role in a token is not read. They are access tokens, known by the digest of their signed part.
 */
public final class UidJwt implements LegacyTokenFormat {

    /** A token with any other claim was made for something else. */
    private static final Set<String> CLAIMS = Set.of("sub", "uid", "role", "exp", "iat", "nbf");

    private final Hs256 signature;
    private final List<String> entities;

    private UidJwt(Hs256 signature, List<String> entities) {
        this.signature = signature;
        this.entities = entities;
    }

    /**
     * {@return tokens of both sign-ins: {@code uid} may be of {@code fu_users} or of {@code users}}
     *
     * @param key the one that the old application signs with
     * @throws IllegalArgumentException when the key is shorter than 32 bytes
     */
    public static UidJwt signedWith(Secret key) {
        return new UidJwt(new Hs256(key, false), List.of("fu_users", "users"));
    }

    /**
     * {@return tokens that are signed with a key that can be searched for: the finder signs in to every account until
     * the move is over}
     *
     * @param key of any length
     */
    public static UidJwt allowShortKey(Secret key) {
        return new UidJwt(new Hs256(key, true), List.of("fu_users", "users"));
    }

    @Override
    public Optional<Read> read(Secret token, Instant now) {
        return signature.read(token).flatMap(signed -> {
            LegacyClaims claims = new LegacyClaims(signed.claims());
            boolean live = claims.isLive(now) && CLAIMS.containsAll(claims.names());
            return live ? read(claims, signed) : Optional.empty();
        });
    }

    private Optional<Read> read(LegacyClaims claims, Hs256.Signed signed) {
        return claims.number("uid")
                .flatMap(user -> claims.text("sub")
                        .map(name -> new Read(
                                new Owner(entities, user, name),
                                null,
                                signed.id(),
                                claims.instant("iat").orElse(null))));
    }
}
