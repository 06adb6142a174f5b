package dev.lockstile.auth.otp;

import dev.lockstile.auth.factor.SecondFactorChallenge;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.token.SignIn;
import java.time.Instant;
import java.util.List;

/** How a sign-in by code ended. */
public sealed interface CodeLoginResult {

    /**
     * The code was right, and nothing more is asked for.
     *
     * @param signIn the session's tokens and the account
     */
    record SignedIn(SignIn signIn) implements CodeLoginResult {}

    /**
     * The code was right; nobody is in before the second factor was shown, or enrolled.
     *
     * @param challenge to be sent with the second factor
     */
    record SecondFactorRequired(SecondFactorChallenge challenge) implements CodeLoginResult {}

    /** Wrong, used, replaced, expired, out of attempts, or of an account that may not sign in: one answer for all. */
    record Refused() implements CodeLoginResult {}

    /**
     * Too many tries by this client or for this recipient, whether or not somebody has it; nothing was looked at.
     *
     * @param retryAt when to try again
     */
    record Throttled(Instant retryAt) implements CodeLoginResult {}

    /**
     * The request makes no sense; no attempt was spent.
     *
     * @param problems each names its field; at least one
     */
    record Invalid(List<FieldProblem> problems) implements CodeLoginResult {
        /**
         * Copies the list.
         *
         * @param problems each names its field; at least one
         */
        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
