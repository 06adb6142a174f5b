package dev.lockstile.auth.outcome;

import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.secret.Secret;
import java.time.Instant;
import java.util.List;

/**
 * A sign-in whose first factor was verified. {@code SecondFactorLogin} completes it.
 *
 * @param id sent by the client with the second factor; 256 random bits
 * @param factors the kinds that are accepted; empty when the account has none and has to enrol one
 *     ({@link #wantsEnrolment})
 * @param expiresAt after this time the sign-in has to be started again
 */
public record SecondFactorChallenge(Secret id, List<FactorKind> factors, Instant expiresAt) {

    /**
     * Copies the list.
     *
     * @param id sent by the client with the second factor; 256 random bits
     * @param factors the kinds that are accepted; empty when the account has none and has to enrol one
     *     ({@link #wantsEnrolment})
     * @param expiresAt after this time the sign-in has to be started again
     */
    public SecondFactorChallenge {
        factors = List.copyOf(factors);
    }

    /** {@return true when the host requires a second factor of this account, which has none yet} */
    public boolean wantsEnrolment() {
        return factors.isEmpty();
    }
}
