package dev.lockstile.auth.store;

/**
 * What an account at another site is known by (OpenID Connect Core 5.7).
 *
 * @param provider the name it has in this application
 * @param issuer who gave out the subject
 * @param subject unique with the issuer, and never given to anybody else
 */
public record SocialKey(String provider, String issuer, String subject) {

    @Override
    public String toString() {
        return "SocialKey[" + provider + "]";
    }
}
