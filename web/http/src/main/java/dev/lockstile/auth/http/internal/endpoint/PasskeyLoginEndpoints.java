package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.PasskeyLogin;
import dev.lockstile.auth.http.internal.input.ClientFields;
import dev.lockstile.auth.http.internal.input.Form;
import dev.lockstile.auth.http.internal.input.InvalidInputException;
import dev.lockstile.auth.http.internal.payload.AccountPayload;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.ErrorCode;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.RefusalException;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.secret.Secret;
import java.util.List;

/** Signing in with a passkey, and asking for one as the second factor. */
record PasskeyLoginEndpoints(PasskeyLogin passkeys, AccountPayload payload) {

    private static final int CHALLENGE_MAX = 200;

    List<Route> routes() {
        return List.of(
                Route.post("login/passkey/options", this::begin),
                Route.post("login/passkey", this::finish),
                Route.post("login/second-factor/passkey", this::beginSecondFactor));
    }

    private Answer begin(Exchange exchange) {
        return started(passkeys.begin(exchange.address()), ErrorCode.INVALID_CREDENTIALS);
    }

    /**
     * Asks to show a passkey; to make one where the challenge is of somebody who must have a second factor and has
     * none.
     */
    private Answer beginSecondFactor(Exchange exchange) {
        Form form = exchange.form();
        Secret challenge = Secret.of(form.required("challenge_id", CHALLENGE_MAX));
        form.check();
        PasskeyLogin.StartResult shown = passkeys.beginSecondFactor(challenge);
        PasskeyLogin.StartResult result =
                shown instanceof PasskeyLogin.StartResult.Refused ? passkeys.beginEnrolment(challenge) : shown;
        return started(result, ErrorCode.INVALID_SECOND_FACTOR);
    }

    private static Answer started(PasskeyLogin.StartResult result, ErrorCode refusal) {
        if (result instanceof PasskeyLogin.StartResult.Started started) {
            return PasskeyFields.answer(started.ceremony());
        }
        if (result instanceof PasskeyLogin.StartResult.Throttled throttled) {
            throw new RefusalException(ErrorCode.THROTTLED, throttled.retryAt());
        }
        throw new RefusalException(result instanceof PasskeyLogin.StartResult.Off ? ErrorCode.PASSKEYS_OFF : refusal);
    }

    private Answer finish(Exchange exchange) {
        Form form = exchange.form();
        FactorProof.Passkey shown = PasskeyFields.required(form);
        ClientFields client = ClientFields.of(form);
        form.check();
        PasskeyLogin.Result result = passkeys.finish(new PasskeyLogin.Attempt(shown, exchange.client(client)));
        if (result instanceof PasskeyLogin.Result.SignedIn in) {
            return exchange.signedIn(
                    Answer.of(200, payload.of(in.signIn(), client.kind())), client.kind(), in.signIn());
        }
        if (result instanceof PasskeyLogin.Result.DeviceRequired) {
            throw new InvalidInputException(List.of(FieldProblem.of("device", "required")));
        }
        if (result instanceof PasskeyLogin.Result.Throttled throttled) {
            throw new RefusalException(ErrorCode.THROTTLED, throttled.retryAt());
        }
        throw new RefusalException(
                result instanceof PasskeyLogin.Result.Off ? ErrorCode.PASSKEYS_OFF : ErrorCode.INVALID_CREDENTIALS);
    }
}
