package dev.lockstile.auth.outcome;

import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.secret.Secret;
import java.time.Instant;
import java.util.List;

/**
 * A sign-in between its two factors. It is worth something at {@code SecondFactorLogin}.
 *
 * @param id to be sent with the second factor; 256 random bits
 * @param factors what may be shown; empty when the account has none and has to enrol one ({@link #wantsEnrolment})
 * @param expiresAt when the sign-in has to begin anew
 */
public record SecondFactorChallenge(Secret id, List<FactorKind> factors, Instant expiresAt) {

    /**
     * Copies the list.
     *
     * @param id to be sent with the second factor; 256 random bits
     * @param factors what may be shown; empty when the account has none and has to enrol one ({@link #wantsEnrolment})
     * @param expiresAt when the sign-in has to begin anew
     */
    public SecondFactorChallenge {
        factors = List.copyOf(factors);
    }

    /** {@return true when the host wants a second factor of this person, who has none yet} */
    public boolean wantsEnrolment() {
        return factors.isEmpty();
    }
}
