package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.account.PasswordAdministration.TemporaryPassword;
import dev.lockstile.auth.http.internal.input.RequestFields;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.OutcomeErrors;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.util.List;

/** Passwords that staff set, and the end of the sessions of all accounts. */
record AdminPasswordEndpoints(Services services) {

    List<Route> routes() {
        return List.of(
                Route.post("admin/users/{id}/temporary-password", this::temporaryPassword),
                Route.post("admin/sessions/end-all", this::endAllSessions));
    }

    /** The password stands in the answer, this once. */
    private Answer temporaryPassword(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        RequestFields fields = exchange.fields();
        Secret given = fields.optionalSecret("password");
        Duration life = AdminInvitationEndpoints.life(fields, TemporaryPassword.USUAL_LIFE);
        String reason = AdminEndpoints.reason(fields);
        fields.check();
        TemporaryPassword wanted = new TemporaryPassword(given, life);
        UserId user = AdminUserEndpoints.user(services, exchange);
        Secret set = OutcomeErrors.valueForAdministrator(
                services.admin().setTemporaryPasswordAs(caller, user, wanted, reason),
                services.secondFactors(),
                caller);
        return Answer.of(200, new JsonObject().with("password", set.reveal()));
    }

    /** Wants the word that says what is done, so that no call for one account ends all sessions. */
    private Answer endAllSessions(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        RequestFields fields = exchange.fields();
        if (!fields.required("confirm", 16).equals("all")) {
            fields.refuseUnlessRefused("confirm", "unknown_choice");
        }
        String reason = AdminEndpoints.reason(fields);
        fields.check();
        int ended = OutcomeErrors.valueForAdministrator(
                services.admin().endAllSessionsAs(caller, reason), services.secondFactors(), caller);
        return Answer.of(200, new JsonObject().with("ended", ended));
    }
}
