package dev.lockstile.auth.http.internal.endpoint;

import static dev.lockstile.auth.http.internal.input.ContactFields.IDENTIFIER_MAX;

import dev.lockstile.auth.account.ServiceAccountAdministration.ServiceAccount;
import dev.lockstile.auth.apikey.ApiKey;
import dev.lockstile.auth.apikey.ApiKeys;
import dev.lockstile.auth.http.internal.input.RequestFields;
import dev.lockstile.auth.http.internal.payload.AdminUserPayload;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.ErrorCode;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.OutcomeErrors;
import dev.lockstile.auth.http.internal.web.RefusalException;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.util.List;

/** Accounts of programs and their keys by staff, who list and revoke keys of people too. */
record ServiceAccountEndpoints(Services services, ApiKeys keys) {

    private static final int ROLE_MAX = 30;
    private static final int KEY_MAX = 64;

    List<Route> routes() {
        return List.of(
                Route.post("admin/service-accounts", this::open),
                Route.get("admin/service-accounts/{id}/api-keys", this::list),
                Route.post("admin/service-accounts/{id}/api-keys", this::create),
                Route.post("admin/service-accounts/{id}/rotate-api-key", this::rotate),
                Route.post("admin/service-accounts/{id}/revoke-api-key", this::revoke));
    }

    private Answer open(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        RequestFields fields = exchange.fields();
        ServiceAccount account =
                new ServiceAccount(fields.required("username", IDENTIFIER_MAX), fields.required("role", ROLE_MAX));
        String reason = AdminEndpoints.reason(fields);
        fields.check();
        return Answer.of(
                201,
                AdminUserPayload.user(value(services.admin().createServiceAccountAs(caller, account, reason), caller)));
    }

    private Answer list(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        UserId user = AdminUserEndpoints.user(services, exchange);
        return Answer.of(
                200,
                value(keys.listAs(caller, user), caller).stream()
                        .map(ApiKeyEndpoints::key)
                        .toList());
    }

    private Answer create(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        RequestFields fields = exchange.fields();
        ApiKey.Draft draft = ApiKeyEndpoints.draft(fields);
        String reason = AdminEndpoints.reason(fields);
        fields.check();
        UserId user = AdminUserEndpoints.user(services, exchange);
        return issued(keys.createAs(caller, user, draft, reason), caller);
    }

    private Answer rotate(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        RequestFields fields = exchange.fields();
        String key = fields.required("key", KEY_MAX);
        Duration life = ApiKeyEndpoints.life(fields);
        String reason = AdminEndpoints.reason(fields);
        fields.check();
        UserId user = AdminUserEndpoints.user(services, exchange);
        return issued(keys.rotateAs(caller, new ApiKey.Owned(user, key), life, reason), caller);
    }

    private Answer revoke(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        RequestFields fields = exchange.fields();
        String key = fields.required("key", KEY_MAX);
        String reason = AdminEndpoints.reason(fields);
        fields.check();
        UserId user = AdminUserEndpoints.user(services, exchange);
        new AdminActs(services).done(services.admin().revokeApiKeyAs(caller, user, key, reason), caller);
        return Answer.done();
    }

    private Answer issued(Outcome<ApiKey.Issued> outcome, Caller caller) {
        if (outcome.isRefused(Refusal.ACCOUNT_UNAVAILABLE)) {
            throw new RefusalException(ErrorCode.UNCHANGED);
        }
        return ApiKeyEndpoints.issued(value(outcome, caller));
    }

    private <T> T value(Outcome<T> outcome, Caller caller) {
        return OutcomeErrors.valueForAdministrator(outcome, services.secondFactors(), caller);
    }
}
