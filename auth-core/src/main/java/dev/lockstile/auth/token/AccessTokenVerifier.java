package dev.lockstile.auth.token;

import dev.lockstile.auth.internal.jwt.AccessTokenClaims;
import dev.lockstile.auth.internal.jwt.AccessTokenReader;
import dev.lockstile.auth.internal.jwt.ActorClaim;
import dev.lockstile.auth.internal.jwt.ExpectedToken;
import dev.lockstile.auth.internal.jwt.ParsedAccessToken;
import dev.lockstile.auth.model.AuthContext.Assurance;
import dev.lockstile.auth.model.Right;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Verifies access tokens where the rest of the library is not: in a service beside the host that got the published
 * keys. It checks what the host itself checks without its database: strict form, type, key, algorithm, signature,
 * issuer, audience, times, and that every claim is there in its type (RFC 8725, RFC 9068 4). That the session still
 * lives it cannot know; a token is good until it runs out.
 */
public final class AccessTokenVerifier {

    private final AccessTokenReader reader;
    private final Clock clock;

    private AccessTokenVerifier(AccessTokenReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * {@return a verifier of the tokens of one issuer}
     *
     * @param settings those of the host that signs: issuer, audience, longest life, skew
     * @param keys those that the host publishes
     * @param clock tells what is over
     */
    public static AccessTokenVerifier of(TokenSettings settings, VerificationKeys keys, Clock clock) {
        ExpectedToken expected =
                new ExpectedToken(settings.issuer(), settings.audience(), settings.accessTtl(), settings.skew());
        return new AccessTokenVerifier(new AccessTokenReader(keys.keys()::find, expected), clock);
    }

    /**
     * {@return what the token says; empty for any token that is not exactly the issuer's and valid now}
     *
     * @param token the compact form, as it came
     */
    public Optional<VerifiedToken> verify(String token) {
        return reader.read(token, clock.instant()).map(VerifiedToken::new);
    }

    /**
     * What a verified access token says. Nothing but {@link AccessTokenVerifier} makes one, so its holder has
     * the truth of its issuer, and a received text is never mistaken for it.
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

        /** {@return the public name of the session, the {@code sid}} */
        public String session() {
            return claims().session();
        }

        /** {@return the key, as text, of the profile in which the user acts} */
        public String profile() {
            return claims().profile();
        }

        /** {@return the role of the profile in which the user acts: a word of the host's, never a right} */
        public Set<String> roles() {
            return Set.copyOf(claims().roles());
        }

        /** {@return what the account may do beyond its own affairs} */
        public Set<Right> rights() {
            return claims().rights();
        }

        /** {@return the key, as text, of the user who acts for this one, the {@code act}; empty for the owner} */
        public Optional<String> actor() {
            return Optional.ofNullable(claims().actor()).map(ActorClaim::user);
        }

        /** {@return when the person last proved who they are} */
        public Instant authTime() {
            return claims().authTime();
        }

        /**
         * {@return how surely the person was authenticated, the {@code acr}; one factor where the token does not say}
         */
        public Assurance assurance() {
            return claims().context().assurance();
        }

        /** {@return the means by which the person was authenticated, the {@code amr} (RFC 8176)} */
        public List<String> methods() {
            return claims().context().methods();
        }

        /** {@return the name of the other site that vouched for the person, the {@code idp}; empty when none did} */
        public Optional<String> provider() {
            return Optional.ofNullable(claims().context().provider());
        }

        /**
         * {@return a claim of the host's own; empty when the token has none of that name, and for every registered
         * name}
         *
         * @param name of the claim
         */
        public Optional<Object> claim(String name) {
            return Optional.ofNullable(claims().own().get(name));
        }

        /**
         * {@return the {@code jti}} Lists of revoked tokens go by it or by the session, never by the token's text (it
         * has twins).
         */
        public String id() {
            return read.id();
        }

        /** {@return when it was signed, the {@code iat}} */
        public Instant issuedAt() {
            return read.issuedAt();
        }

        /** {@return when it runs out, the {@code exp}} */
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
