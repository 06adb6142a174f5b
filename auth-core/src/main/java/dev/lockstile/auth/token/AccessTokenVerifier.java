package dev.lockstile.auth.token;

import dev.lockstile.auth.internal.jose.AccessTokenClaims;
import dev.lockstile.auth.internal.jose.AccessTokenReader;
import dev.lockstile.auth.internal.jose.ActorClaim;
import dev.lockstile.auth.internal.jose.ExpectedToken;
import dev.lockstile.auth.internal.jose.ParsedAccessToken;
import dev.lockstile.auth.model.AuthContext.Assurance;
import dev.lockstile.auth.model.Right;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Verifies access tokens without a database: for a service that has the host's published keys and none of its tables.
 * It checks form, type, key, algorithm, signature, issuer, audience, times, and the presence and type of every claim
 * (RFC 8725, RFC 9068 4). It cannot check whether the session is still live; a token is accepted until it expires. Safe
 * for use by many threads.
 */
public final class AccessTokenVerifier {

    private final AccessTokenReader reader;
    private final Clock clock;

    private AccessTokenVerifier(AccessTokenReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * {@return a verifier for the tokens of one issuer}
     *
     * @param settings the settings of the host that signs: issuer, audience, maximum lifetime, clock skew
     * @param keys the keys that the host publishes
     * @param clock the time for the expiry check
     */
    public static AccessTokenVerifier of(TokenSettings settings, VerificationKeys keys, Clock clock) {
        ExpectedToken expected =
                new ExpectedToken(settings.issuer(), settings.audience(), settings.accessTtl(), settings.skew());
        return new AccessTokenVerifier(new AccessTokenReader(keys.keys()::find, expected), clock);
    }

    /**
     * {@return the content of the token; empty unless the issuer signed it and it is valid now}
     *
     * @param token the compact form, as received
     */
    public Optional<VerifiedToken> verify(String token) {
        return reader.read(token, clock.instant()).map(VerifiedToken::new);
    }

    /**
     * The content of a verified access token. Only {@link AccessTokenVerifier} creates instances, so that an unverified
     * text cannot be mistaken for one.
     */
    public static final class VerifiedToken {

        private final ParsedAccessToken read;

        VerifiedToken(ParsedAccessToken read) {
            this.read = read;
        }

        /** {@return the user's key as text, the {@code sub}} */
        public String user() {
            return claims().user();
        }

        /** {@return the public id of the session, the {@code sid}} */
        public String session() {
            return claims().session();
        }

        /** {@return the key of the active profile as text} */
        public String profile() {
            return claims().profile();
        }

        /** {@return the role of the active profile, by the host's name; never a right} */
        public Set<String> roles() {
            return Set.copyOf(claims().roles());
        }

        /** {@return the account's rights over other accounts, such as staff} */
        public Set<Right> rights() {
            return claims().rights();
        }

        /**
         * {@return the key, as text, of the member of staff who acts on behalf of the account, the {@code act}; empty
         * for the owner}
         */
        public Optional<String> actor() {
            return Optional.ofNullable(claims().actor()).map(ActorClaim::user);
        }

        /** {@return the time of the user's last authentication, the {@code auth_time}} */
        public Instant authTime() {
            return claims().authTime();
        }

        /** {@return the assurance of the authentication, the {@code acr}; one factor where the token has none} */
        public Assurance assurance() {
            return claims().context().assurance();
        }

        /** {@return the methods of the authentication, the {@code amr} (RFC 8176)} */
        public List<String> methods() {
            return claims().context().methods();
        }

        /** {@return the name of the identity provider that authenticated the user, the {@code idp}; empty for none} */
        public Optional<String> provider() {
            return Optional.ofNullable(claims().context().provider());
        }

        /**
         * {@return a claim added by the host; empty when the token has none of that name, and for every registered
         * name}
         *
         * @param name of the claim
         */
        public Optional<Object> claim(String name) {
            return Optional.ofNullable(claims().own().get(name));
        }

        /**
         * {@return the id of the token, the {@code jti}} Key a list of revoked tokens by it or by the session, never by
         * the token's text, since an ECDSA signature can be rewritten into another valid one.
         */
        public String id() {
            return read.id();
        }

        /** {@return when it was signed, the {@code iat}} */
        public Instant issuedAt() {
            return read.issuedAt();
        }

        /** {@return when it expires, the {@code exp}} */
        public Instant expiresAt() {
            return read.expiresAt();
        }

        @Override
        public String toString() {
            return "VerifiedToken[" + id() + "]";
        }

        private AccessTokenClaims claims() {
            return read.claims();
        }
    }
}
