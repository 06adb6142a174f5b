package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.account.AccountAdministration;
import dev.lockstile.auth.account.AuthorizedAdministration.Change;
import dev.lockstile.auth.http.internal.input.MomentField;
import dev.lockstile.auth.http.internal.input.RequestFields;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.ErrorCode;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.OutcomeErrors;
import dev.lockstile.auth.http.internal.web.RefusalException;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.impersonation.Impersonation;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.token.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Acts on the account of another user, each with a reason that stands in the audit trail; 204 where it is done. */
record AdminActEndpoints(Services services, Clock clock) {

    private static final int ROLE_MAX = 30;

    List<Route> routes() {
        return List.of(
                act("enable", services.admin()::enableAs),
                act("delete", services.admin()::deleteAs),
                act("restore", services.admin()::restoreAs),
                act("end-sessions", services.admin()::endSessionsAs),
                act("end-api-keys", services.admin()::endApiKeysAs),
                act("keep", services.admin()::keepAs),
                act("reset-password", services.admin()::requestPasswordResetAs),
                act("require-password", services.admin()::requireNewPasswordAs),
                act("revoke-invitation", services.admin()::revokeInvitationAs),
                Route.post("admin/users/{id}/disable", this::disable),
                Route.post("admin/users/{id}/impersonate", this::impersonate),
                Route.post("admin/users/{id}/role", this::role),
                Route.post("admin/users/{id}/verify", this::verify));
    }

    private Route act(String name, Act act) {
        return Route.post("admin/users/{id}/" + name, exchange -> {
            Caller caller = exchange.caller(services.sessions());
            RequestFields fields = exchange.fields();
            String reason = AdminEndpoints.reason(fields);
            fields.check();
            return done(act.of(caller, AdminUserEndpoints.user(services, exchange), reason), caller);
        });
    }

    private Answer disable(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        RequestFields fields = exchange.fields();
        Instant until = MomentField.ahead(fields, "until", clock.instant(), AccountAdministration.LONGEST_DISABLING);
        String reason = AdminEndpoints.reason(fields);
        fields.check();
        UserId user = AdminUserEndpoints.user(services, exchange);
        return done(
                until == null
                        ? services.admin().disableAs(caller, user, reason)
                        : services.admin().disableAs(caller, user, until, reason),
                caller);
    }

    /** The token goes into the answer alone: the administrator's own cookies stay. */
    private Answer impersonate(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        RequestFields fields = exchange.fields();
        String reason = AdminEndpoints.reason(fields);
        fields.check();
        UserId user = AdminUserEndpoints.user(services, exchange);
        Outcome<Impersonation.Acting> began = services.impersonation().begin(caller, user, reason);
        if (began.isRefused(Refusal.ACCOUNT_UNAVAILABLE)) {
            throw new RefusalException(ErrorCode.UNCHANGED);
        }
        Impersonation.Acting acting = OutcomeErrors.value(began, services.secondFactors(), caller);
        return Answer.of(
                201,
                new JsonObject()
                        .with("access", acting.accessToken().reveal())
                        .with("session", acting.session().value())
                        .with("expires_at", acting.expiresAt().toString()));
    }

    private Answer role(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        RequestFields fields = exchange.fields();
        String role = fields.required("role", ROLE_MAX);
        String reason = AdminEndpoints.reason(fields);
        fields.check();
        UserId user = AdminUserEndpoints.user(services, exchange);
        return done(services.admin().setRoleAs(caller, user, role, reason), caller);
    }

    private Answer verify(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        RequestFields fields = exchange.fields();
        String field = fields.required("field", 16);
        if (!List.of("email", "phone").contains(field)) {
            fields.refuseUnlessRefused("field", "unknown_choice");
        }
        String reason = AdminEndpoints.reason(fields);
        fields.check();
        IdentifierKind kind = field.equals("phone") ? IdentifierKind.PHONE : IdentifierKind.EMAIL;
        UserId user = AdminUserEndpoints.user(services, exchange);
        return done(services.admin().markVerifiedAs(caller, user, kind, reason), caller);
    }

    private Answer done(Change change, Caller caller) {
        new AdminActs(services).done(change, caller);
        return Answer.done();
    }

    @FunctionalInterface
    private interface Act {
        Change of(Caller caller, UserId user, String reason);
    }
}
