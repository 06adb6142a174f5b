package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.field.HostValues;
import dev.lockstile.auth.http.internal.input.Form;
import dev.lockstile.auth.http.internal.input.HostInput;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.OutcomeErrors;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.setting.SettingKeys;
import dev.lockstile.auth.setting.SettingValues;
import dev.lockstile.auth.token.Caller;
import java.util.ArrayList;
import java.util.List;

/** The settings of the caller that the host shows; there where the host has declared such settings. */
record SettingEndpoints(Services services) {

    List<Route> routes() {
        SettingKeys keys = services.userSettings().keys();
        List<Route> routes = new ArrayList<>();
        if (!keys.shownToOwner().isEmpty()) {
            routes.add(Route.get("account/settings", this::show));
        }
        if (!keys.changedByOwner().isEmpty()) {
            routes.add(Route.patch("account/settings", this::change));
        }
        return routes;
    }

    private Answer show(Exchange exchange) {
        return answer(services.userSettings().own(exchange.caller(services.sessions())));
    }

    private Answer change(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        Form form = exchange.form();
        HostValues wanted =
                HostInput.ofChange(form, services.userSettings().keys().changedByOwner());
        form.check();
        return answer(services.userSettings().changeOwn(caller, wanted));
    }

    private Answer answer(Outcome<SettingValues> outcome) {
        return Answer.of(200, body(OutcomeErrors.value(outcome)));
    }

    private JsonObject body(SettingValues values) {
        JsonObject body = new JsonObject();
        values.byName(services.userSettings().keys().shownToOwner()).forEach(body::with);
        return body;
    }
}
