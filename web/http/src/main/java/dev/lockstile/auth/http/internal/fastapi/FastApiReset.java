package dev.lockstile.auth.http.internal.fastapi;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.PasswordResult;
import dev.lockstile.auth.account.PasswordService.ResetRequest;
import dev.lockstile.auth.account.PasswordService.ResetRequestResult;
import dev.lockstile.auth.http.internal.input.ContactFields;
import dev.lockstile.auth.http.internal.input.Form;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.ErrorCode;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.RefusalException;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.secret.Secret;
import java.util.List;

/** A forgotten password: a link is asked for, and a new password is set with it. */
record FastApiReset(Auth auth) {

    List<Route> routes() {
        return List.of(Route.post("forgot-password", this::forgot), Route.post("reset-password", this::reset));
    }

    private Answer forgot(Exchange exchange) {
        Form form = exchange.form();
        String email = form.required("email", ContactFields.IDENTIFIER_MAX);
        form.check();
        ResetRequestResult result = auth.passwords()
                .requestReset(new ResetRequest(
                        IdentifierKind.EMAIL, email, exchange.address(), exchange.language(), exchange.evidence()));
        if (result instanceof ResetRequestResult.Throttled throttled) {
            throw new RefusalException(ErrorCode.THROTTLED, throttled.retryAt());
        }
        if (result instanceof ResetRequestResult.HumanCheckRequired wanted) {
            throw RefusalException.humanCheck(wanted.challenge());
        }
        return result instanceof ResetRequestResult.Invalid invalid
                ? FastApiAnswers.unprocessable(invalid.problems(), exchange.texts())
                : FastApiAnswers.nothing(202);
    }

    private Answer reset(Exchange exchange) {
        Form form = exchange.form();
        SentToken token = SentToken.of(form);
        Secret password = form.secret("password");
        form.check();
        PasswordResult result = auth.passwords().confirmReset(token.proof(exchange.address()), password);
        if (result instanceof PasswordResult.Invalid invalid) {
            return FastApiAnswers.badPassword("RESET_PASSWORD_INVALID_PASSWORD", invalid.problems(), exchange.texts());
        }
        if (result instanceof PasswordResult.Refused refused) {
            return switch (refused.why()) {
                case THROTTLED -> throw new RefusalException(ErrorCode.THROTTLED, refused.retryAt());
                case BUSY -> throw new RefusalException(ErrorCode.BUSY, refused.retryAt());
                default -> FastApiAnswers.bad("RESET_PASSWORD_BAD_TOKEN");
            };
        }
        return FastApiAnswers.nothing(200);
    }
}
