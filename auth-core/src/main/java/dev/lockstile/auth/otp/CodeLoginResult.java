package dev.lockstile.auth.otp;

import dev.lockstile.auth.factor.SecondFactorChallenge;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.token.SignIn;
import java.time.Instant;
import java.util.List;

/** How a sign-in by code ended. */
public sealed interface CodeLoginResult {

    /** The code was right, and nothing more is asked for. */
    record SignedIn(SignIn signIn) implements CodeLoginResult {}

    /** The code was right; nobody is in before the second factor was shown, or enrolled. */
    record SecondFactorRequired(SecondFactorChallenge challenge) implements CodeLoginResult {}

    /** Wrong, used, replaced, expired, out of attempts, or of an account that may not sign in: one answer for all. */
    record Refused() implements CodeLoginResult {}

    /** Too many tries by this client or for this recipient, whether or not somebody has it; nothing was looked at. */
    record Throttled(Instant retryAt) implements CodeLoginResult {}

    /** The request makes no sense; no attempt was spent. */
    record Invalid(List<FieldProblem> problems) implements CodeLoginResult {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
