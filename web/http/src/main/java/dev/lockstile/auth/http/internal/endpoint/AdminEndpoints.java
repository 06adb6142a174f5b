package dev.lockstile.auth.http.internal.endpoint;

import static dev.lockstile.auth.http.internal.input.ContactFields.IDENTIFIER_MAX;

import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin.Rank;
import dev.lockstile.auth.event.AuditReference;
import dev.lockstile.auth.factor.FactorAdministration;
import dev.lockstile.auth.http.internal.input.RequestFields;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.payload.AccountPayload;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.ErrorCode;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.OutcomeErrors;
import dev.lockstile.auth.http.internal.web.RefusalException;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Opening accounts of administrators: by a superuser, or by the bootstrap secret while there is none. */
record AdminEndpoints(Services services) {

    private static final String BOOTSTRAP = "X-Admin-Bootstrap-Token";

    List<Route> routes() {
        return List.of(
                Route.post("admin/create-superuser", exchange -> create(exchange, Rank.SUPERUSER)),
                Route.post("admin/create-staff", exchange -> create(exchange, Rank.STAFF)),
                Route.post("admin/factors/reset", this::resetFactors),
                Route.post("admin/factors/reset/cancel", this::cancelReset));
    }

    private Answer resetFactors(Exchange exchange) {
        return change(exchange, services.factorAdministration()::resetAs);
    }

    private Answer cancelReset(Exchange exchange) {
        return change(exchange, services.factorAdministration()::cancelAs);
    }

    private Answer change(Exchange exchange, FactorChange change) {
        Caller caller = exchange.caller(services.sessions());
        RequestFields fields = exchange.fields();
        String login = fields.required("login", IDENTIFIER_MAX);
        String reason = reason(fields);
        fields.check();
        FactorAdministration.Reset result = change.of(caller, login, reason);
        String done = switch (result) {
            case DONE -> "factors_reset";
            case WAITING -> "factors_reset_asked";
            case CANCELLED -> "factors_reset_cancelled";
            default -> throw refusal(result, caller);
        };
        return Answer.of(
                200,
                new JsonObject()
                        .with("detail", exchange.texts().done(done))
                        .with("status", result.name().toLowerCase(Locale.ROOT)));
    }

    /** Why something is done, for the audit. */
    static String reason(RequestFields fields) {
        String reason = fields.required("reason", AuditReference.MAX_LENGTH);
        checked(fields, reason);
        return reason;
    }

    private static @Nullable String checked(RequestFields fields, @Nullable String reason) {
        if (reason != null && !AuditReference.isValid(reason)) {
            fields.refuseUnlessRefused("reason", "invalid_characters");
        }
        return reason;
    }

    private RefusalException refusal(FactorAdministration.Reset result, Caller caller) {
        return switch (result) {
            case NOT_FOUND -> new RefusalException(ErrorCode.NOT_FOUND);
            case NONE_WAITS -> new RefusalException(ErrorCode.NO_RESET_WAITS);
            case STEP_UP_REQUIRED, SECOND_FACTOR_REQUIRED -> OutcomeErrors.stepUp(services.secondFactors(), caller);
            case SESSION_ENDED -> new RefusalException(ErrorCode.INVALID_TOKEN);
            default -> new RefusalException(ErrorCode.FORBIDDEN);
        };
    }

    private Answer create(Exchange exchange, Rank rank) {
        String bootstrap = exchange.header(BOOTSTRAP);
        Caller caller = bootstrap == null ? exchange.caller(services.sessions()) : null;
        RequestFields fields = exchange.fields();
        String email = fields.required("email", IDENTIFIER_MAX);
        Secret password = fields.secret("password");
        String reason = checked(fields, fields.optional("reason", AuditReference.MAX_LENGTH));
        fields.check();
        NewAdmin admin = new NewAdmin(email, password, rank);
        UserInfo created = caller == null
                ? OutcomeErrors.value(services.admin().bootstrapSuperuser(Secret.of(String.valueOf(bootstrap)), admin))
                : OutcomeErrors.valueForAdministrator(
                        services.admin().createAdministratorAs(caller, admin, reason),
                        services.secondFactors(),
                        caller);
        return Answer.of(201, AccountPayload.administrator(created));
    }

    @FunctionalInterface
    private interface FactorChange {
        FactorAdministration.Reset of(Caller caller, String login, String reason);
    }
}
