package dev.lockstile.auth.internal.gate;

import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.model.AuthChallenge;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.Optional;

/** A kind of second factor that can be enrolled between the two steps of a sign-in. */
public interface FactorEnrolment {

    /** Whether the proof is the first one of a factor of this kind. */
    boolean takes(FactorProof shown);

    /**
     * Checks the first proof, outside of any transaction, after the use of the factor's own challenge is counted and
     * committed.
     *
     * @param challenge the sign-in that waits
     * @return what adds the factor in the transaction that opens the session; empty when the proof is wrong
     */
    Optional<SecondFactor.Use> check(AuthChallenge challenge, UserId user, FactorProof shown, Instant now);
}
