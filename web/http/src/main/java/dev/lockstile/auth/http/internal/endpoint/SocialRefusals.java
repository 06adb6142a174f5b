package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.factor.SecondFactors;
import dev.lockstile.auth.http.internal.web.OutcomeErrors;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.token.Caller;
import org.jspecify.annotations.Nullable;

/** The error answers of links with other sites: a caller who has to prove again is told how. */
record SocialRefusals(SecondFactors factors) {

    <T> T done(Outcome<T> result, @Nullable Caller caller) {
        if (result instanceof Outcome.Refused<T> refused) {
            throw error(refused, caller);
        }
        return result.orElseThrow();
    }

    private RuntimeException error(Outcome.Refused<?> refused, @Nullable Caller caller) {
        return switch (refused.why()) {
            case STEP_UP_REQUIRED, SECOND_FACTOR_REQUIRED ->
                caller == null ? OutcomeErrors.stepUp() : OutcomeErrors.stepUp(factors, caller);
            default -> OutcomeErrors.of(refused);
        };
    }
}
