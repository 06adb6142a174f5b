package dev.lockstile.auth.http.internal.fastapi;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.PasswordChanges.PasswordSet;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.http.internal.input.ContactFields;
import dev.lockstile.auth.http.internal.input.RequestFields;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.OutcomeErrors;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import java.util.List;

/** A forgotten password: a link is asked for, and a new password is set with it. */
record FastApiReset(Auth auth) {

    List<Route> routes() {
        return List.of(Route.post("forgot-password", this::forgot), Route.post("reset-password", this::reset));
    }

    private Answer forgot(Exchange exchange) {
        RequestFields fields = exchange.fields();
        String email = fields.required("email", ContactFields.IDENTIFIER_MAX);
        fields.check();
        ResetRequest wanted = new ResetRequest(
                IdentifierKind.EMAIL, email, exchange.address(), exchange.language(), exchange.evidence());
        OutcomeErrors.value(auth.passwords().requestReset(wanted));
        return FastApiAnswers.nothing(202);
    }

    private Answer reset(Exchange exchange) {
        RequestFields fields = exchange.fields();
        SentToken token = SentToken.of(fields);
        Secret password = fields.secret("password");
        fields.check();
        Outcome<PasswordSet> result = auth.passwords().confirmReset(token.proof(exchange.address()), password);
        if (!(result instanceof Outcome.Refused<PasswordSet> refused)) {
            return FastApiAnswers.nothing(200);
        }
        return switch (refused.why()) {
            case INVALID_INPUT ->
                FastApiAnswers.badPassword("RESET_PASSWORD_INVALID_PASSWORD", refused.problems(), exchange.texts());
            case THROTTLED, BUSY -> throw OutcomeErrors.of(refused);
            default -> FastApiAnswers.bad("RESET_PASSWORD_BAD_TOKEN");
        };
    }
}
