package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.http.internal.input.ClientFields;
import dev.lockstile.auth.http.internal.payload.AccountPayload;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.OutcomeErrors;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.token.SignIn;

/** Answers a sign-in, whatever the way of signing in was. */
record SignInAnswers(AccountPayload payload) {

    /** Tokens and account; a refusal and a missing second factor end the request with an error. */
    Answer answer(Outcome<SignIn> outcome, ClientFields client, Exchange exchange) {
        SignIn in = OutcomeErrors.value(outcome, exchange);
        return exchange.signedIn(Answer.of(200, payload.of(in, client.kind())), client.kind(), in);
    }
}
