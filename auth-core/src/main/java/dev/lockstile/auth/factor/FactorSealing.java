package dev.lockstile.auth.factor;

import dev.lockstile.auth.model.TotpState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import java.time.Instant;

/**
 * Makes of second factors of another system what the store holds of them, under the keys that sign-in uses; for an
 * import. It opens nothing: its holder can write factors and compare them, and cannot read one.
 * {@code AuthKeys.factorSealing} makes it. Safe for use by many threads.
 */
public interface FactorSealing {

    /**
     * An authenticator application, to be confirmed at once.
     *
     * @param user to whom the application belongs
     * @param enrolmentId unique; the secret is sealed for it and for the user
     * @param secret in base32, without padding (RFC 4648, 6)
     * @param now the confirmation has to come within ten minutes of it
     * @return what the store holds of it
     */
    TotpState totp(UserId user, String enrolmentId, Secret secret, Instant now);

    /**
     * What stands in the place of a factor that cannot be verified here: the account is asked for a second factor, and
     * no code is right.
     *
     * @param enrolmentId unique
     * @param now the confirmation has to come within ten minutes of it
     * @return what the store holds in its place
     */
    TotpState lock(String enrolmentId, Instant now);

    /**
     * {@return true for the secret of that application: what is stored opens under the keys here, and is the same}
     *
     * @param user to whom the application belongs
     * @param stored as the store holds it
     * @param secret in base32, without padding
     */
    boolean isSame(UserId user, TotpState stored, Secret secret);

    /**
     * {@return the digest under which a recovery code is stored}
     *
     * @param user to whom the code belongs
     * @param code as the other system showed it; case, dashes and spaces do not matter
     * @throws IllegalArgumentException for what is no recovery code that could be typed
     */
    String recoveryCode(UserId user, Secret code);
}
