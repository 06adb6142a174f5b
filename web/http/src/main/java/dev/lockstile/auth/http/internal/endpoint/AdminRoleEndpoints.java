package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.OutcomeErrors;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.role.RoleInfo;
import dev.lockstile.auth.token.Caller;
import java.util.List;
import java.util.TreeSet;

/** The roles of code and of the host's source, for staff. */
record AdminRoleEndpoints(Services services) {

    List<Route> routes() {
        return List.of(Route.get("admin/roles", this::list));
    }

    private Answer list(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        List<RoleInfo> roles = OutcomeErrors.valueForAdministrator(
                services.directory().roles(caller), services.secondFactors(), caller);
        return Answer.of(
                200,
                new JsonObject()
                        .with(
                                "roles",
                                roles.stream().map(AdminRoleEndpoints::json).toList()));
    }

    private static JsonObject json(RoleInfo role) {
        return new JsonObject()
                .with("name", role.name())
                .with("includes", List.copyOf(new TreeSet<>(role.included())))
                .with("permissions", List.copyOf(new TreeSet<>(role.permissions())))
                .with("for_programs", role.program())
                .with("stored", role.stored());
    }
}
