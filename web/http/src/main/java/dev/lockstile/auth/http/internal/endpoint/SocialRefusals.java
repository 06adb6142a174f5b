package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.factor.SecondFactors;
import dev.lockstile.auth.http.internal.web.OutcomeErrors;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.token.Caller;
import org.jspecify.annotations.Nullable;

/** The error answers of links with other sites: a caller who has to prove again is told how. */
record SocialRefusals(SecondFactors factors) {

    <T> T done(Outcome<T> result, @Nullable Caller caller) {
        return caller == null
                ? OutcomeErrors.value(result)
                : OutcomeErrors.valueForAdministrator(result, factors, caller);
    }
}
