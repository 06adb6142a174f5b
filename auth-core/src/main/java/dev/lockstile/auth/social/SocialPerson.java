package dev.lockstile.auth.social;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The account at a provider, by a verified token. Issuer and subject identify it (OpenID Connect Core 5.7); the other
 * values may change at any sign-in.
 *
 * @param issuer the issuer of the subject
 * @param subject the issuer's own id of the account
 * @param email from the provider; null when it sent none
 * @param emailVerified true only where the provider sent {@code true} or {@code "true"}
 * @param names the names from the provider
 * @param pictureUrl from the provider; never fetched
 * @param issuedAt of the token; null where the provider has none
 * @param tokenDigest SHA-256 of the signed part of the token, by which a second use is detected
 * @param authenticatedAt the time of the user's last authentication at the provider, by the signed token; null
 *     where it has none, which does not count as recent
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
     * Creates the account of a provider that does not report the authentication time.
     *
     * @param issuer the issuer of the subject
     * @param subject the issuer's own id of the account
     * @param email from the provider; null when it sent none
     * @param emailVerified true only where the provider sent {@code true} or {@code "true"}
     * @param names the names from the provider
     * @param pictureUrl from the provider; never fetched
     * @param issuedAt of the token; null where the provider has none
     * @param tokenDigest SHA-256 of the signed part of the token, by which a second use is detected
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
     * {@return a copy with an authentication time}
     *
     * @param then null where the provider does not report it
     */
    public SocialPerson authenticatedAt(@Nullable Instant then) {
        return new SocialPerson(issuer, subject, email, emailVerified, names, pictureUrl, issuedAt, tokenDigest, then);
    }

    @Override
    public String toString() {
        return "SocialPerson[" + issuer + "]";
    }

    /**
     * The names from the provider.
     *
     * @param full null when it sent none
     * @param given null when it sent none
     * @param family null when it sent none
     */
    public record Names(
            @Nullable String full,
            @Nullable String given,
            @Nullable String family) {}
}
