package dev.lockstile.auth.social;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whom a provider vouches for. The key is issuer and subject (OpenID Connect Core 5.7); the rest may change at any
 * sign-in.
 *
 * @param issuer who gave out the subject
 * @param subject the issuer's own id of the account
 * @param email as the provider told it; null when it told none
 * @param emailVerified true only where the provider said {@code true} or {@code "true"}
 * @param names how the provider calls the person
 * @param pictureUrl as the provider said; never fetched
 * @param issuedAt of the token; null where the provider has none
 * @param tokenDigest SHA-256 of what was signed of the token, by which a second use is recognised
 * @param authenticatedAt when the person last proved to the provider who they are, as the signed token says; null where
 *     it does not, which is no recent proof
 */
public record SocialPerson(
        String issuer,
        String subject,
        @Nullable String email,
        boolean emailVerified,
        Names names,
        @Nullable String pictureUrl,
        @Nullable Instant issuedAt,
        String tokenDigest,
        @Nullable Instant authenticatedAt) {

    /**
     * Of a provider that does not tell when the person proved who they are.
     *
     * @param issuer who gave out the subject
     * @param subject the issuer's own id of the account
     * @param email as the provider told it; null when it told none
     * @param emailVerified true only where the provider said {@code true} or {@code "true"}
     * @param names how the provider calls the person
     * @param pictureUrl as the provider said; never fetched
     * @param issuedAt of the token; null where the provider has none
     * @param tokenDigest SHA-256 of what was signed of the token, by which a second use is recognised
     */
    public SocialPerson(
            String issuer,
            String subject,
            @Nullable String email,
            boolean emailVerified,
            Names names,
            @Nullable String pictureUrl,
            @Nullable Instant issuedAt,
            String tokenDigest) {
        this(issuer, subject, email, emailVerified, names, pictureUrl, issuedAt, tokenDigest, null);
    }

    /**
     * {@return the same, whose last proof was then}
     *
     * @param then null where the provider does not tell
     */
    public SocialPerson authenticatedAt(@Nullable Instant then) {
        return new SocialPerson(issuer, subject, email, emailVerified, names, pictureUrl, issuedAt, tokenDigest, then);
    }

    @Override
    public String toString() {
        return "SocialPerson[" + issuer + "]";
    }

    /**
     * How the provider calls the person.
     *
     * @param full null when it told none
     * @param given null when it told none
     * @param family null when it told none
     */
    public record Names(
            @Nullable String full,
            @Nullable String given,
            @Nullable String family) {}
}
