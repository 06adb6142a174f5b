package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.http.internal.input.ClientFields;
import dev.lockstile.auth.http.internal.input.RequestFields;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.json.RawJson;
import dev.lockstile.auth.http.internal.payload.SessionPayload;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.ErrorCode;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.OutcomeErrors;
import dev.lockstile.auth.http.internal.web.RefusalException;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.Sessions;
import dev.lockstile.auth.token.Sessions.RefreshClient;
import dev.lockstile.auth.token.Sessions.SessionView;
import dev.lockstile.auth.token.TokenPair;
import java.util.List;

/** Tokens and sessions: refreshing, ending, listing, and the keys that tokens are signed with. */
record SessionEndpoints(Sessions sessions) {

    private static final int ID_MAX = 200;

    List<Route> routes() {
        return List.of(
                Route.post("token/refresh", this::refresh),
                Route.post("logout", this::logout),
                Route.post("logout/all", this::logoutAll),
                Route.post("logout/others", this::logoutOthers),
                Route.get("sessions", this::list),
                Route.delete("sessions/{id}", this::end),
                Route.get(".well-known/jwks.json", exchange -> Answer.of(200, new RawJson(sessions.publicKeys()))));
    }

    private Answer refresh(Exchange exchange) {
        Secret cookie = exchange.cookies().refreshCookie();
        TokenPair pair = OutcomeErrors.value(cookie == null ? sent(exchange) : sessions.refresh(cookie), exchange);
        Answer answer = Answer.of(
                200,
                new JsonObject()
                        .with("access", pair.access().reveal())
                        .with("refresh", pair.refresh().reveal()));
        return cookie == null ? answer : exchange.cookies().refreshed(answer, pair);
    }

    private Outcome<TokenPair> sent(Exchange exchange) {
        RequestFields fields = exchange.fields();
        Secret refresh = fields.secret("refresh");
        RefreshClient client = ClientFields.refreshing(fields);
        fields.check();
        return sessions.refresh(refresh, client);
    }

    private Answer logout(Exchange exchange) {
        try {
            sessions.logout(exchange.caller(sessions));
        } catch (RefusalException e) {
            endLate(exchange, e);
        }
        return exchange.cookies().ended(Answer.done());
    }

    /**
     * Each token of a session ends it, be it over. The body is read where header and cookies ended nothing; where none
     * of the tokens is one of ours, the cookies go all the same.
     */
    private void endLate(Exchange exchange, RefusalException refusal) {
        if (refusal.code() == ErrorCode.CSRF_FAILED) {
            throw refusal;
        }
        boolean ended = false;
        for (Secret token : exchange.tokens()) {
            ended |= sessions.logout(token);
        }
        Secret sent = ended ? null : exchange.refreshInBody();
        if (!ended && (sent == null || !sessions.logout(sent))) {
            throw refusal.clearingCookies();
        }
    }

    private Answer logoutAll(Exchange exchange) {
        Caller caller = exchange.caller(sessions);
        sessions.logoutAll(caller);
        requireOwner(caller);
        return exchange.cookies().ended(Answer.done());
    }

    private Answer logoutOthers(Exchange exchange) {
        Caller caller = exchange.caller(sessions);
        sessions.endOthers(caller);
        requireOwner(caller);
        return Answer.done();
    }

    /** Staff who act for the owner end their own session alone; the attempt stands in the audit trail by then. */
    private static void requireOwner(Caller caller) {
        if (caller.actor().isPresent()) {
            throw new RefusalException(ErrorCode.FORBIDDEN);
        }
    }

    private Answer list(Exchange exchange) {
        List<SessionView> views = sessions.list(exchange.caller(sessions));
        if (views.isEmpty()) {
            // A live session sees at least itself.
            throw new RefusalException(ErrorCode.INVALID_TOKEN);
        }
        return Answer.of(200, views.stream().map(SessionPayload::of).toList());
    }

    private Answer end(Exchange exchange) {
        Caller caller = exchange.caller(sessions);
        String id = exchange.variable();
        boolean ended = id.length() <= ID_MAX && sessions.end(caller, new SessionId(id));
        requireOwner(caller);
        if (!ended) {
            throw new RefusalException(ErrorCode.NOT_FOUND);
        }
        return Answer.done();
    }
}
