package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.field.HostField;
import dev.lockstile.auth.field.HostValues;
import dev.lockstile.auth.http.internal.input.RequestFields;
import dev.lockstile.auth.http.internal.input.SettingInput;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.OutcomeErrors;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.setting.SettingKey;
import dev.lockstile.auth.setting.SettingKeys;
import dev.lockstile.auth.setting.SettingValues;
import dev.lockstile.auth.token.Caller;
import java.util.ArrayList;
import java.util.List;

/** The settings of the caller and of the caller's profiles, there where the host has declared such settings. */
record SettingEndpoints(Services services) {

    List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        add(routes, "account/settings", keys(), this::show, this::change);
        add(routes, "profiles/{id}/settings", profileKeys(), this::showProfile, this::changeProfile);
        return routes;
    }

    private static void add(
            List<Route> routes, String path, SettingKeys keys, Route.Handler show, Route.Handler change) {
        if (!keys.shownToOwner().isEmpty()) {
            routes.add(Route.get(path, show));
        }
        if (!keys.changedByOwner().isEmpty()) {
            routes.add(Route.patch(path, change));
        }
    }

    private SettingKeys keys() {
        return services.userSettings().keys();
    }

    private SettingKeys profileKeys() {
        return services.profileSettings().keys();
    }

    private Answer show(Exchange exchange) {
        return answer(services.userSettings().own(exchange.caller(services.sessions())), keys());
    }

    private Answer change(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        HostValues wanted = wanted(exchange, keys().changedByOwner());
        return answer(services.userSettings().changeOwn(caller, wanted), keys());
    }

    private Answer showProfile(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        return answer(services.profileSettings().own(caller, profile(exchange)), profileKeys());
    }

    private Answer changeProfile(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        HostValues wanted = wanted(exchange, profileKeys().changedByOwner());
        return answer(services.profileSettings().changeOwn(caller, profile(exchange), wanted), profileKeys());
    }

    private ProfileId profile(Exchange exchange) {
        return ProfileEndpoints.id(services, exchange.variable());
    }

    private static HostValues wanted(Exchange exchange, List<HostField> declared) {
        RequestFields fields = exchange.fields();
        HostValues wanted = SettingInput.ofBody(fields, declared);
        fields.check();
        return wanted;
    }

    private static Answer answer(Outcome<SettingValues> outcome, SettingKeys keys) {
        return Answer.of(200, json(OutcomeErrors.value(outcome), keys.shownToOwner()));
    }

    /** The values of these settings, defaults among them. */
    static JsonObject json(SettingValues values, List<SettingKey<?>> keys) {
        JsonObject body = new JsonObject();
        values.byName(keys).forEach(body::with);
        return body;
    }
}
