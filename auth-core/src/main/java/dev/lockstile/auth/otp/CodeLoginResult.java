package dev.lockstile.auth.otp;

import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.token.SignIn;
import java.util.List;

/** How a sign-in by code ended. */
public sealed interface CodeLoginResult {

    record SignedIn(SignIn signIn) implements CodeLoginResult {}

    /** Wrong, used, replaced, expired, out of attempts, or of an account that may not sign in: one answer for all. */
    record Refused() implements CodeLoginResult {}

    /** The request makes no sense; no attempt was spent. */
    record Invalid(List<FieldProblem> problems) implements CodeLoginResult {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
