package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.account.AccountMerging.Merge;
import dev.lockstile.auth.http.internal.input.RequestFields;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.payload.KeyPayload;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.ErrorCode;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.OutcomeErrors;
import dev.lockstile.auth.http.internal.web.RefusalException;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.token.Caller;
import java.util.List;
import java.util.Locale;

/** The account of the path becomes part of another one; with {@code preview} it is told what would move. */
record AdminMergeEndpoints(Services services) {

    private static final int KEY_MAX = 100;

    List<Route> routes() {
        return List.of(Route.post("admin/users/{id}/merge", this::merge));
    }

    private Answer merge(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        RequestFields fields = exchange.fields();
        String key = fields.key("into", KEY_MAX);
        boolean preview = Boolean.TRUE.equals(fields.flag("preview"));
        String reason = AdminEndpoints.reason(fields);
        fields.check();
        UserId from = AdminUserEndpoints.user(services, exchange);
        UserId into = services.userId().apply(key).orElseThrow(() -> new RefusalException(ErrorCode.NOT_FOUND));
        Outcome<Merge> merged = preview
                ? services.admin().previewMergeAs(caller, from, into)
                : services.admin().mergeAs(caller, from, into, reason);
        return Answer.of(200, json(OutcomeErrors.valueForAdministrator(merged, services.secondFactors(), caller)));
    }

    private static JsonObject json(Merge merge) {
        return new JsonObject()
                .with("from", KeyPayload.json(merge.from().key()))
                .with("into", KeyPayload.json(merge.into().key()))
                .with("moved", words(merge.moved()))
                .with("released", words(merge.released()))
                .with("providers", merge.providers())
                .with("profiles", merge.profiles())
                .with(
                        "conflicts",
                        merge.conflicts().stream()
                                .map(found -> found.field() + ":" + found.code())
                                .toList());
    }

    private static List<String> words(List<IdentifierKind> kinds) {
        return kinds.stream().map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList();
    }
}
