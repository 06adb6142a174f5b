package dev.lockstile.auth.token;

import dev.lockstile.auth.internal.jwt.AccessTokenClaims;
import dev.lockstile.auth.internal.jwt.ParsedAccessToken;
import dev.lockstile.auth.model.AuthContext.Assurance;
import dev.lockstile.auth.model.Right;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a verified access token says. Nothing but {@link AccessTokenVerifier} makes one, so whoever holds one holds the
 * truth of its issuer, and a text that somebody sent is never mistaken for it.
 */
public final class VerifiedToken {

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

    /** {@return when the person last proved who they are} */
    public Instant authTime() {
        return claims().authTime();
    }

    /** {@return how surely the person was authenticated, the {@code acr}; one factor where the token does not say} */
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
     * {@return a claim of the host's own; empty when the token has none of that name, and for every registered name}
     *
     * @param name of the claim
     */
    public Optional<Object> claim(String name) {
        return Optional.ofNullable(claims().own().get(name));
    }

    /**
     * {@return the {@code jti}} Lists of revoked tokens go by it or by the session, never by the token's text (it has
     * twins).
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
