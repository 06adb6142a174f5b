package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.apikey.ApiKey;
import dev.lockstile.auth.apikey.ApiKeys;
import dev.lockstile.auth.factor.SecondFactors;
import dev.lockstile.auth.http.internal.input.RequestFields;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.OutcomeErrors;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.Sessions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The API keys of the caller, who is a person: no key manages keys. */
record ApiKeyEndpoints(ApiKeys keys, SecondFactors factors, Sessions sessions) {

    private static final int NAME_MAX = 64;
    private static final int SCOPE_MAX = 2000;

    List<Route> routes() {
        return List.of(
                Route.get("api-keys", this::list),
                Route.post("api-keys", this::create),
                Route.post("api-keys/rotate/{id}", this::rotate),
                Route.patch("api-keys/{id}", this::rename),
                Route.delete("api-keys/{id}", this::revoke));
    }

    private Answer list(Exchange exchange) {
        Caller caller = exchange.caller(sessions);
        return Answer.of(
                200,
                done(keys.list(caller), caller).stream()
                        .map(ApiKeyEndpoints::key)
                        .toList());
    }

    private Answer create(Exchange exchange) {
        Caller caller = exchange.caller(sessions);
        RequestFields fields = exchange.fields();
        ApiKey.Draft draft = draft(fields);
        fields.check();
        return issued(done(keys.create(caller, draft), caller));
    }

    /** What a body says of a new key, once its fields are checked. */
    static ApiKey.Draft draft(RequestFields fields) {
        String name = fields.required("name", NAME_MAX);
        String scope = fields.optional("scope", SCOPE_MAX);
        return new ApiKey.Draft(name, words(scope), life(fields));
    }

    private Answer rotate(Exchange exchange) {
        Caller caller = exchange.caller(sessions);
        RequestFields fields = exchange.fields();
        Duration life = life(fields);
        fields.check();
        return issued(done(keys.rotate(caller, exchange.variable(), life), caller));
    }

    private Answer rename(Exchange exchange) {
        Caller caller = exchange.caller(sessions);
        RequestFields fields = exchange.fields();
        String name = fields.required("name", NAME_MAX);
        fields.check();
        return Answer.of(200, key(done(keys.rename(caller, exchange.variable(), name), caller)));
    }

    private Answer revoke(Exchange exchange) {
        Caller caller = exchange.caller(sessions);
        done(keys.revoke(caller, exchange.variable()), caller);
        return Answer.done();
    }

    static @Nullable Duration life(RequestFields fields) {
        Long days = fields.number("expires_in_days");
        if (days == null) {
            return null;
        }
        if (days < 1 || days > Integer.MAX_VALUE) {
            fields.refuseUnlessRefused("expires_in_days", "out_of_range");
            return null;
        }
        return Duration.ofDays(days);
    }

    /** Words with spaces between them (RFC 6749 3.3). */
    private static Set<String> words(@Nullable String scope) {
        return scope == null || scope.isBlank()
                ? Set.of()
                : new TreeSet<>(List.of(scope.strip().split(" +")));
    }

    static Answer issued(ApiKey.Issued issued) {
        return Answer.of(201, key(issued.key()).with("key", issued.secret().reveal()));
    }

    static JsonObject key(ApiKey key) {
        return new JsonObject()
                .with("id", key.id())
                .with("name", key.name())
                .with("scope", String.join(" ", new TreeSet<>(key.scopes())))
                .with("created_at", key.createdAt())
                .with("expires_at", key.expiresAt())
                .with("last_used_at", key.lastUsedAt())
                .with("previous_until", key.previousUntil());
    }

    private <T> T done(Outcome<T> outcome, Caller caller) {
        return OutcomeErrors.value(outcome, factors, caller);
    }
}
