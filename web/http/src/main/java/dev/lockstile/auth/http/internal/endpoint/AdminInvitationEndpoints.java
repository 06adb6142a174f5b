package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.account.InvitationAdministration.Invitation;
import dev.lockstile.auth.http.internal.input.RequestFields;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.payload.AdminUserPayload;
import dev.lockstile.auth.http.internal.payload.KeyPayload;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.OutcomeErrors;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.token.Caller;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Invitations of people by staff. The invited person uses the link as one for a new password. */
record AdminInvitationEndpoints(Services services, Clock clock) {

    private static final int MOST_DAYS = 30;

    List<Route> routes() {
        return List.of(
                Route.get("admin/invitations", this::list),
                Route.post("admin/invitations", this::invite),
                Route.post("admin/users/{id}/invite", this::again));
    }

    private Answer list(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        List<JsonObject> open = value(services.admin().invitations(caller), caller).stream()
                .map(AdminInvitationEndpoints::json)
                .toList();
        return Answer.of(200, new JsonObject().with("invitations", open));
    }

    private static JsonObject json(Invitation invitation) {
        return new JsonObject()
                .with("id", KeyPayload.json(invitation.user().key()))
                .with("recipient", invitation.recipient())
                .with("sent_at", invitation.sentAt())
                .with("valid_until", invitation.validUntil());
    }

    private Answer invite(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        RequestFields fields = exchange.fields();
        AdminUserEndpoints.Opening opening = AdminUserEndpoints.opening(fields, clock);
        Duration life = life(fields, Invitation.USUAL_LIFE);
        String reason = AdminEndpoints.reason(fields);
        fields.check();
        return Answer.of(
                201,
                AdminUserPayload.user(
                        value(services.admin().inviteAs(caller, opening.draft(false), life, reason), caller)));
    }

    private Answer again(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        RequestFields fields = exchange.fields();
        Duration life = life(fields, Invitation.USUAL_LIFE);
        String reason = AdminEndpoints.reason(fields);
        fields.check();
        new AdminActs(services)
                .done(
                        services.admin()
                                .inviteAgainAs(caller, AdminUserEndpoints.user(services, exchange), life, reason),
                        caller);
        return Answer.done();
    }

    /** How long a link or a password that staff hand out is valid. */
    static Duration life(RequestFields fields, Duration usual) {
        Long days = fields.number("days");
        boolean wrong = days != null && (days < 1 || days > MOST_DAYS);
        if (wrong) {
            fields.refuseUnlessRefused("days", "out_of_range");
        }
        return days == null || wrong ? usual : Duration.ofDays(days);
    }

    private <T> T value(Outcome<T> outcome, Caller caller) {
        return OutcomeErrors.valueForAdministrator(outcome, services.secondFactors(), caller);
    }
}
