package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.PasskeyCeremony;
import dev.lockstile.auth.factor.PasskeyLogin;
import dev.lockstile.auth.http.internal.input.ClientFields;
import dev.lockstile.auth.http.internal.input.RequestFields;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.OutcomeErrors;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import java.util.List;

/** Signing in with a passkey, and asking for one as the second factor. */
record PasskeyLoginEndpoints(PasskeyLogin passkeys, SignInAnswers signIns) {

    private static final int CHALLENGE_MAX = 200;

    List<Route> routes() {
        return List.of(
                Route.post("login/passkey/options", this::begin),
                Route.post("login/passkey", this::finish),
                Route.post("login/second-factor/passkey", this::beginSecondFactor));
    }

    private Answer begin(Exchange exchange) {
        return PasskeyFields.answer(OutcomeErrors.value(passkeys.begin(exchange.address()), exchange));
    }

    /**
     * Asks to show a passkey; to make one where the challenge is of an account that must have a second factor and has
     * none.
     */
    private Answer beginSecondFactor(Exchange exchange) {
        RequestFields fields = exchange.fields();
        Secret challenge = Secret.of(fields.required("challenge_id", CHALLENGE_MAX));
        fields.check();
        Outcome<PasskeyCeremony> shown = passkeys.beginSecondFactor(challenge);
        boolean enrols = shown.isRefused(Refusal.INVALID_SECOND_FACTOR);
        return PasskeyFields.answer(OutcomeErrors.value(enrols ? passkeys.beginEnrolment(challenge) : shown, exchange));
    }

    private Answer finish(Exchange exchange) {
        RequestFields fields = exchange.fields();
        FactorProof.Passkey shown = PasskeyFields.required(fields);
        ClientFields client = ClientFields.of(fields);
        fields.check();
        return signIns.answer(
                passkeys.finish(new PasskeyLogin.Attempt(shown, exchange.client(client))), client, exchange);
    }
}
