package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.http.internal.payload.AccountPayload;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.OutcomeErrors;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.token.Caller;
import java.util.List;

/** What the caller may see of the own account. */
record AccountEndpoints(Services services, AccountPayload payload) {

    List<Route> routes() {
        return List.of(Route.get("me", this::me));
    }

    private Answer me(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        ClientKind client =
                payload.isOneForAll() ? ClientKind.WEB : exchange.query().client();
        return Answer.of(
                200, payload.of(OutcomeErrors.value(services.ownAccount().me(caller)), client));
    }
}
