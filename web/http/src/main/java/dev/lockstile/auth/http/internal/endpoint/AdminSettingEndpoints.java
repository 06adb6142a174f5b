package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.account.AuthorizedAdministration.UserProfile;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.field.HostValues;
import dev.lockstile.auth.http.internal.input.AccountQueryFields;
import dev.lockstile.auth.http.internal.input.RequestFields;
import dev.lockstile.auth.http.internal.input.SettingInput;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.payload.KeyPayload;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.OutcomeErrors;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.setting.SettingAdministration.AccountSettings;
import dev.lockstile.auth.setting.SettingAdministration.Changed;
import dev.lockstile.auth.setting.SettingKeys;
import dev.lockstile.auth.token.Caller;
import java.util.ArrayList;
import java.util.List;

/** Settings of others, there where the host has declared such settings. */
record AdminSettingEndpoints(Services services) {

    private static final int KEY_MAX = 100;

    List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        if (!users().all().isEmpty()) {
            routes.add(Route.patch("admin/users/{id}/settings", this::change));
            routes.add(Route.post(
                    "admin/users/settings",
                    exchange -> changePage(exchange, users(), services.settingAdministration()::changeUsersAs)));
        }
        if (!profiles().all().isEmpty()) {
            routes.add(Route.patch("admin/users/{id}/profile-settings", this::changeProfile));
            routes.add(Route.post(
                    "admin/users/profile-settings",
                    exchange -> changePage(exchange, profiles(), services.settingAdministration()::changeProfilesAs)));
        }
        if (!routes.isEmpty()) {
            routes.add(Route.get("admin/users/{id}/settings", this::show));
        }
        return routes;
    }

    private SettingKeys users() {
        return services.userSettings().keys();
    }

    private SettingKeys profiles() {
        return services.profileSettings().keys();
    }

    private Answer show(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        UserId user = AdminUserEndpoints.user(services, exchange);
        AccountSettings found = done(services.settingAdministration().show(caller, user), caller);
        List<JsonObject> each = new ArrayList<>();
        found.profiles()
                .forEach((id, values) -> each.add(new JsonObject()
                        .with("id", KeyPayload.json(id.key()))
                        .with(
                                "settings",
                                SettingEndpoints.json(values, profiles().all()))));
        return Answer.of(
                200,
                new JsonObject()
                        .with("settings", SettingEndpoints.json(found.user(), users().all()))
                        .with("profiles", each));
    }

    private Answer change(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        RequestFields fields = exchange.fields();
        HostValues wanted = SettingInput.ofMember(fields, users().fields());
        String reason = AdminEndpoints.reason(fields);
        fields.check();
        UserId user = AdminUserEndpoints.user(services, exchange);
        done(services.settingAdministration().changeAs(caller, user, wanted, reason), caller);
        return Answer.done();
    }

    private Answer changeProfile(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        RequestFields fields = exchange.fields();
        String key = fields.key("profile", KEY_MAX);
        HostValues wanted = SettingInput.ofMember(fields, profiles().fields());
        String reason = AdminEndpoints.reason(fields);
        fields.check();
        UserId user = AdminUserEndpoints.user(services, exchange);
        ProfileId profile = ProfileEndpoints.id(services, key);
        done(services.settingAdministration().changeAs(caller, new UserProfile(user, profile), wanted, reason), caller);
        return Answer.done();
    }

    private Answer changePage(Exchange exchange, SettingKeys keys, PageChange change) {
        Caller caller = exchange.caller(services.sessions());
        RequestFields fields = exchange.fields();
        AdminLists.Query query = AccountQueryFields.ofChange(fields, "settings", "reason");
        HostValues wanted = SettingInput.ofMember(fields, keys.fields());
        String reason = AdminEndpoints.reason(fields);
        fields.check();
        Changed changed = done(change.of(caller, query, wanted, reason), caller);
        return Answer.of(
                200,
                new JsonObject()
                        .with("changed", changed.changed())
                        .with("passed_over", changed.passedOver())
                        .with("next", changed.next()));
    }

    private <T> T done(Outcome<T> outcome, Caller caller) {
        return OutcomeErrors.valueForAdministrator(outcome, services.secondFactors(), caller);
    }

    @FunctionalInterface
    private interface PageChange {
        Outcome<Changed> of(Caller caller, AdminLists.Query query, HostValues wanted, String reason);
    }
}
