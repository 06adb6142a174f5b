package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.account.PasswordChanges.PasswordSet;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.http.internal.input.ContactFields;
import dev.lockstile.auth.http.internal.input.RequestFields;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.payload.AccountPayload;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.OutcomeErrors;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
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
        RequestFields fields = exchange.fields();
        ContactFields contact = ContactFields.of(fields);
        fields.check();
        OutcomeErrors.value(services.passwords()
                .requestReset(new ResetRequest(
                        contact.kind(), contact.text(), exchange.address(), exchange.language(), exchange.evidence())));
        JsonObject body = new JsonObject().with("detail", exchange.texts().done("reset_requested"));
        return Answer.of(200, payload.constant(body, "email_sent", true));
    }

    private Answer confirm(Exchange exchange) {
        RequestFields fields = exchange.fields();
        RegistrationEndpoints.LinkFields link = RegistrationEndpoints.LinkFields.of(fields);
        Secret password = fields.confirmedSecret("new_password");
        fields.check();
        PasswordSet set = set(services.passwords().confirmReset(link.from(exchange), password));
        return exchange.cookies().reset(Answer.detail(exchange.texts().done("password_reset")), set.trustedDevice());
    }

    private Answer change(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        RequestFields fields = exchange.fields();
        Secret old = fields.secret("old_password");
        Secret password = fields.confirmedSecret("new_password");
        fields.check();
        Outcome<PasswordSet> result = services.passwords().change(caller, old, password);
        if (result.isRefused(Refusal.STEP_UP_REQUIRED)) {
            throw OutcomeErrors.stepUp(services.secondFactors(), caller);
        }
        set(result);
        return Answer.detail(exchange.texts().done("password_changed"));
    }

    private static PasswordSet set(Outcome<PasswordSet> result) {
        if (result.isRefused(Refusal.WRONG_PASSWORD)) {
            throw OutcomeErrors.field("old_password", "wrong_password");
        }
        if (result instanceof Outcome.Refused<PasswordSet> refused && refused.why() == Refusal.INVALID_INPUT) {
            throw Problems.ofNewPassword(refused.problems());
        }
        return OutcomeErrors.value(result);
    }
}
