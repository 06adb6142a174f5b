package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.http.internal.endpoint.Endpoints;
import dev.lockstile.auth.http.internal.endpoint.Services;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.role.AdminPermission;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every endpoint with every kind of caller: one expected answer each. The rows are made from the routes; a route
 * without a row fails, as does a row without a route.
 */
class AuthorizationMatrixTest extends AuthorizationCallers {

    private static final List<String> WITHOUT_SESSION = List.of(
            "none",
            "disabled",
            "deleted",
            "signed out",
            "mid-enrolment",
            "key of a program",
            "key of a superuser",
            "key without a scope");

    private Set<String> routes() {
        Set<String> names = new LinkedHashSet<>();
        for (Services services : List.of(RecordedInput.services(), Services.of(auth))) { // all features; settings
            Endpoints.routes(services, HttpSettings.defaults().withSnakeCase())
                    .forEach(route -> names.add(route.method() + " " + route.path()));
        }
        return names;
    }

    @Test
    void every_route_has_a_row() {
        Set<String> routes = routes();
        assertThat(AuthorizationRows.PERMISSIONS.keySet())
                .isEqualTo(new TreeSet<>(routes.stream()
                        .filter(route -> route.contains(" admin/"))
                        .toList()));
        assertThat(routes).containsAll(AuthorizationRows.OPEN);
    }

    @Test
    void staff_who_act_for_an_account_get_what_is_listed_and_nothing_else() {
        people();
        UserId acted = id("acted");
        for (String route : routes()) {
            boolean actedFor = !AuthorizationRows.OPEN.contains(route) && !route.contains("/social/");
            TestClient.Reply reply = actedFor ? call(acting(acted), route) : null;
            if (reply != null && !reply.code().endsWith("_off")) {
                assertThat(reply.code().equals("forbidden"))
                        .as("%s: %d %s", route, reply.status(), reply.text())
                        .isEqualTo(!AuthorizationRows.OPEN_TO_ACTORS.contains(route));
            }
        }
    }

    @Test
    void without_a_valid_token_only_the_open_endpoints_answer() {
        people();
        for (String route : routes()) {
            if (route.equals("POST logout")) {
                assertThat(call(callers.get("disabled"), route).status()).isEqualTo(204); // whatever the token is worth
                continue;
            }
            for (String caller : WITHOUT_SESSION) {
                TestClient.Reply reply = call(callers.get(caller), route);
                boolean open = AuthorizationRows.OPEN.contains(route);
                assertThat(reply.status() == 401
                                && List.of("not_authenticated", "invalid_token").contains(reply.code()))
                        .as("%s by %s: %d %s", route, caller, reply.status(), reply.text())
                        .isEqualTo(!open && reply.status() != 404);
            }
        }
    }

    @Test
    void each_permission_of_administration_is_asked_for() {
        assertThat(AuthorizationRows.PERMISSIONS.values())
                .containsAll(Stream.of(AdminPermission.values())
                        .map(AdminPermission::name)
                        .toList());
    }

    @Test
    void each_endpoint_of_the_administration_opens_for_its_permission_and_no_other() {
        people();
        AuthorizationRows.PERMISSIONS.forEach((route, permission) -> {
            if (route.contains("/social/") || route.equals("GET admin/events")) {
                return; // off here
            }
            if (route.equals(AuthorizationRows.ALL_SETTINGS) || route.equals(AuthorizationRows.ALL_PROFILE_SETTINGS)) {
                return; // ask for two permissions
            }
            if (route.equals(AuthorizationRows.END_ALL)) {
                return; // ends the sessions of these callers
            }
            Map<String, Boolean> expected = new LinkedHashMap<>();
            expected.put("member", false);
            expected.put("staff without", false);
            expected.put("superuser", true);
            expected.put("superuser at one factor", false);
            for (AdminPermission each : AdminPermission.values()) {
                expected.put(each.name(), each.name().equals(permission));
            }
            expected.put("role of staff without the right", false);
            expected.forEach((caller, may) -> {
                TestClient.Reply reply = call(callers.get(caller), route);
                String refusal = caller.equals("superuser at one factor") ? unproven(route) : "forbidden";
                String code = reply.status() < 300 || reply.status() == 403 ? code(reply) : "passed";
                assertThat(code)
                        .as("%s by %s: %d %s", route, caller, reply.status(), reply.text())
                        .isEqualTo(may ? "passed" : refusal);
            });
        });
    }

    @Test
    void settings_by_a_query_ask_for_the_permission_to_read_and_that_to_change() {
        people();
        callers.put("staff for settings", staff("settings", "settings"));
        for (String route : List.of(AuthorizationRows.ALL_SETTINGS, AuthorizationRows.ALL_PROFILE_SETTINGS)) {
            callers.forEach((name, caller) -> {
                TestClient.Reply reply = call(caller, route);
                boolean may = name.equals("superuser") || name.equals("staff for settings");
                assertThat(reply.status()).as("%s by %s", route, name).matches(status -> may == (status == 200));
            });
            assertThat(call(callers.get("SETTINGS_CHANGE"), route).code()).isEqualTo("forbidden");
            assertThat(call(callers.get("USERS_READ"), route).code()).isEqualTo("forbidden");
        }
    }

    private static String unproven(String route) {
        return route.endsWith("/impersonate") ? "second_factor_required" : "step_up_required";
    }

    @Test
    void the_sessions_of_all_accounts_end_by_superusers_alone() {
        people();
        callers.forEach((name, caller) -> {
            if (!name.equals("superuser")) {
                assertThat(call(caller, AuthorizationRows.END_ALL).status())
                        .as(name)
                        .isIn(401, 403);
            }
        });
        assertThat(call(callers.get("superuser"), AuthorizationRows.END_ALL).status())
                .isEqualTo(200);
        assertThat(call(callers.get("superuser"), AuthorizationRows.END_ALL).status())
                .isEqualTo(401);
    }

    private static String code(TestClient.Reply reply) {
        return reply.status() < 300 ? "passed" : reply.code();
    }
}
