package dev.lockstile.auth.token;

import dev.lockstile.auth.internal.token.NimbusKeys;
import dev.lockstile.auth.model.Secret;

/**
 * The keys that sign and verify access tokens, as a private JWK set (RFC 7517). The first key signs; all of them verify,
 * so that a key can be retired after the last token it signed has run out (ASVS 11.2.2).
 *
 * @param jwkSet the set with its private parts; keep it where only the application can read it
 */
public record SigningKeys(Secret jwkSet) {

    /** One fresh ES256 key. */
    public static SigningKeys generate() {
        return new SigningKeys(Secret.of(NimbusKeys.generate()));
    }
}
