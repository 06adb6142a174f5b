package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.account.PasswordResult;
import dev.lockstile.auth.account.PasswordService.ResetRequest;
import dev.lockstile.auth.account.PasswordService.ResetRequestResult;
import dev.lockstile.auth.http.internal.input.ContactFields;
import dev.lockstile.auth.http.internal.input.Form;
import dev.lockstile.auth.http.internal.input.InvalidInputException;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.payload.AccountPayload;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.ErrorCode;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.RefusalException;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import java.util.List;

/** Forgotten and changed passwords. */
record PasswordEndpoints(Services services, AccountPayload payload) {

    List<Route> routes() {
        return List.of(
                Route.post("password-reset/request", this::request),
                Route.post("password-reset/confirm", this::confirm),
                Route.post("password-reset/change", this::change));
    }

    private Answer request(Exchange exchange) {
        Form form = exchange.form();
        ContactFields contact = ContactFields.of(form);
        form.check();
        ResetRequestResult result = services.passwords()
                .requestReset(new ResetRequest(
                        contact.kind(), contact.text(), exchange.address(), exchange.language(), exchange.evidence()));
        if (result instanceof ResetRequestResult.Invalid invalid) {
            throw Problems.of(invalid.problems());
        }
        if (result instanceof ResetRequestResult.HumanCheckRequired wanted) {
            throw RefusalException.humanCheck(wanted.challenge());
        }
        if (result instanceof ResetRequestResult.Throttled throttled) {
            throw new RefusalException(ErrorCode.THROTTLED, throttled.retryAt());
        }
        JsonObject body = new JsonObject().with("detail", exchange.texts().done("reset_requested"));
        return Answer.of(200, payload.constant(body, "email_sent", true));
    }

    private Answer confirm(Exchange exchange) {
        Form form = exchange.form();
        RegistrationEndpoints.LinkFields link = RegistrationEndpoints.LinkFields.of(form);
        Secret password = form.confirmedSecret("new_password");
        form.check();
        PasswordResult result = services.passwords().confirmReset(link.from(exchange), password);
        refuseUnlessChanged(result);
        Answer done = Answer.detail(exchange.texts().done("password_reset"));
        return exchange.reset(done, ((PasswordResult.Changed) result).trustedDevice());
    }

    private Answer change(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        Form form = exchange.form();
        Secret old = form.secret("old_password");
        Secret password = form.confirmedSecret("new_password");
        form.check();
        PasswordResult result = services.passwords().change(caller, old, password);
        if (result instanceof PasswordResult.Refused refused
                && refused.why() == PasswordResult.Refusal.STEP_UP_REQUIRED) {
            throw SecondFactorRefusals.stepUp(services.secondFactors(), caller);
        }
        refuseUnlessChanged(result);
        return Answer.detail(exchange.texts().done("password_changed"));
    }

    private static void refuseUnlessChanged(PasswordResult result) {
        if (result instanceof PasswordResult.Invalid invalid) {
            throw Problems.ofNewPassword(invalid.problems());
        }
        if (result instanceof PasswordResult.Refused refused) {
            throw refusal(refused);
        }
    }

    private static RuntimeException refusal(PasswordResult.Refused refused) {
        return switch (refused.why()) {
            case INVALID_LINK -> new RefusalException(ErrorCode.INVALID_LINK);
            case WRONG_PASSWORD ->
                new InvalidInputException(List.of(FieldProblem.of("old_password", "wrong_password")));
            case STEP_UP_REQUIRED -> new RefusalException(ErrorCode.STEP_UP_REQUIRED);
            case SESSION_ENDED -> new RefusalException(ErrorCode.INVALID_TOKEN);
            case THROTTLED -> new RefusalException(ErrorCode.THROTTLED, refused.retryAt());
            case BUSY -> new RefusalException(ErrorCode.BUSY, refused.retryAt());
        };
    }
}
