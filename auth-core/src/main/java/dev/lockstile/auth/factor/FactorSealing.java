package dev.lockstile.auth.factor;

import dev.lockstile.auth.model.TotpState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import java.time.Instant;

/**
 * Makes of second factors of another system what the store holds of them, under the keys that sign-in uses; for an import. It
 * opens nothing: whoever has it can write factors and compare them, and cannot read one. {@code AuthKeys.factorSealing} makes
 * it. Safe for use by many threads.
 */
public interface FactorSealing {

    /**
     * An authenticator application, to be confirmed at once.
     *
     * @param enrolmentId unique; the secret is sealed for it and for the user
     * @param secret in base32, without padding (RFC 4648, 6)
     */
    TotpState totp(UserId user, String enrolmentId, Secret secret, Instant now);

    /**
     * What stands in the place of a factor that cannot be verified here: the account is asked for a second factor, and no
     * code is right.
     */
    TotpState lock(String enrolmentId, Instant now);

    /** True for the secret of that application: what is stored opens under the keys here, and is the same. */
    boolean isSame(UserId user, TotpState stored, Secret secret);

    /** The digest under which a recovery code is stored. */
    String recoveryCode(UserId user, Secret code);
}
