package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.http.internal.input.ClientFields;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.payload.AccountPayload;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.OutcomeErrors;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.SignIn;

/** Answers a sign-in, whatever the way of signing in was. */
record SignInAnswers(AccountPayload payload) {

    /** Tokens and account; a refusal and a missing second factor end the request with an error. */
    Answer answer(Outcome<SignIn> outcome, ClientFields client, Exchange exchange) {
        return answer(outcome, client, exchange, "code");
    }

    /**
     * The same.
     *
     * @param codeField the field of the code that was sent
     */
    Answer answer(Outcome<SignIn> outcome, ClientFields client, Exchange exchange, String codeField) {
        SignIn in = OutcomeErrors.value(outcome, exchange, refused -> OutcomeErrors.of(refused, codeField));
        JsonObject body = payload.of(in, client.kind());
        SignIn.Extras extras = in.extras();
        if (!extras.recoveryCodes().isEmpty()) {
            body.with(
                    "recovery_codes",
                    extras.recoveryCodes().stream().map(Secret::reveal).toList());
        }
        SignIn.ProviderAccount account = extras.account();
        if (account != null) {
            body.with("social_provider", account.provider())
                    .with("user_created", account.userCreated())
                    .with("linked_existing_user", account.linkedExisting())
                    .with("social_account_id", SocialFields.key(account.id()));
        }
        Answer answer = exchange.cookies().signedIn(Answer.of(200, body), client.kind(), in);
        return exchange.cookies().trusting(answer, extras.trustedBrowser());
    }
}
