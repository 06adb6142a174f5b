package dev.lockstile.auth.factor;

import dev.lockstile.auth.model.TotpState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import java.time.Instant;

/**
 * Encrypts second factors of another system for the store, with the keys that sign-in uses; for an import. It can write
 * and compare factors but does not decrypt them for its holder. Created by {@code AuthKeys.factorSealing}. Safe for use
 * by many threads.
 */
public interface FactorSealing {

    /**
     * Returns the stored form of an authenticator application, which the import has to confirm at once.
     *
     * @param user the owner of the application
     * @param enrolmentId unique; the encryption of the secret is bound to it and to the user
     * @param secret in base32, without padding (RFC 4648, 6)
     * @param now the present time; the confirmation has to follow within ten minutes
     * @return the row to store
     */
    TotpState totp(UserId user, String enrolmentId, Secret secret, Instant now);

    /**
     * Returns a placeholder for a factor that this library cannot verify: the account requires a second factor, and no
     * code is accepted.
     *
     * @param enrolmentId unique
     * @param now the present time; the confirmation has to follow within ten minutes
     * @return the row to store
     */
    TotpState lock(String enrolmentId, Instant now);

    /**
     * {@return true when the stored application can be decrypted with these keys and has that secret}
     *
     * @param user the owner of the application
     * @param stored the stored row
     * @param secret in base32, without padding
     */
    boolean isSame(UserId user, TotpState stored, Secret secret);

    /**
     * {@return the digest under which a recovery code is stored}
     *
     * @param user the owner of the code
     * @param code as the other system displayed it; letter case, dashes and spaces are ignored
     * @throws IllegalArgumentException for a text that could not be typed as a recovery code
     */
    String recoveryCode(UserId user, Secret code);
}
