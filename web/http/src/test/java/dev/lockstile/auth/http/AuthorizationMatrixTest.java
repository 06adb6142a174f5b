package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.account.ServiceAccountAdministration.ServiceAccount;
import dev.lockstile.auth.apikey.ApiKey;
import dev.lockstile.auth.apikey.ApiKeySettings;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.http.internal.endpoint.Endpoints;
import dev.lockstile.auth.http.internal.endpoint.Services;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.impersonation.ImpersonationSettings;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.TotpState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.role.Role;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.setting.SettingKey;
import dev.lockstile.auth.throttle.ThrottleSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every endpoint with every kind of caller: one expected answer each. The rows are made from the routes; a route
 * without a row fails, as does a row without a route.
 */
class AuthorizationMatrixTest extends WholeStack {

    private static final String WHY = "{\"reason\":\"ticket 7\"";

    /** Endpoints that ask for no caller: what they ask for is in {@code docs/http.md}. */
    private static final Set<String> OPEN = Set.of(
            "GET .well-known/jwks.json",
            "GET login/social/callback/{id}",
            "POST login/basic",
            "POST login/link/confirm",
            "POST login/link/request",
            "POST login/new-password",
            "POST login/passkey",
            "POST login/passkey/options",
            "POST login/second-factor",
            "POST login/second-factor/passkey",
            "POST login/second-factor/totp",
            "POST login/social",
            "POST login/social/callback/{id}",
            "POST login/social/finish",
            "POST login/social/nonce",
            "POST login/social/precheck",
            "POST login/social/start",
            "POST otp/request",
            "POST otp/verify",
            "POST password-reset/confirm",
            "POST password-reset/request",
            "POST register",
            "POST registration/account-confirmation-email",
            "POST registration/account-confirmation-email/code",
            "POST registration/account-confirmation-email/resend",
            "POST token/refresh");

    /** Has to set a second factor up at each sign-in. */
    private static final String ENROLLING = "enrolling@example.com";

    private static final List<String> WITHOUT_SESSION = List.of(
            "none",
            "disabled",
            "deleted",
            "signed out",
            "mid-enrolment",
            "key of a program",
            "key of a superuser",
            "key without a scope");

    private static final String END_ALL = "POST admin/sessions/end-all";

    private static final String ALL_SETTINGS = "POST admin/users/settings";
    private static final String ALL_PROFILE_SETTINGS = "POST admin/users/profile-settings";
    private static final SettingKey<String> THEME =
            SettingKey.choice("theme", "auto", "auto", "dark").changedByOwner();

    /** What staff ask for who act for an account. Every other endpoint that asks for a caller refuses them. */
    private static final Set<String> OPEN_TO_ACTORS = Set.of(
            "GET api-keys",
            "GET factors",
            "GET me",
            "GET passkeys",
            "GET profiles",
            "GET account/deletion",
            "GET account/settings",
            "GET profiles/{id}",
            "GET profiles/{id}/settings",
            "GET recovery-codes",
            "GET sessions",
            "GET trusted-browsers",
            "PATCH account/settings",
            "PATCH account/update",
            "PATCH profile/picture",
            "PATCH profiles/{id}",
            "PATCH profiles/{id}/settings",
            "POST logout",
            "PUT account/update");

    /** Bodies with which an act would be done. */
    private static final Map<String, String> BODIES = bodies();

    /** The permission of each endpoint of the administration; none stands for superusers alone. */
    private static final Map<String, String> PERMISSIONS = permissions();

    private final Map<String, TestClient> callers = new LinkedHashMap<>();
    private UserId other;
    private int next;

    private static Map<String, String> bodies() {
        String twice = "\"new_password\":\"another-word-4411\",\"new_password_confirm\":\"another-word-4411\"";
        Map<String, String> all = new TreeMap<>();
        all.put("POST admin/users/search", "{}");
        all.put("POST admin/users/export", "{}");
        all.put("POST admin/users/create", WHY + ",\"username\":\"%s\"}");
        all.put("POST admin/invitations", WHY + ",\"email\":\"%s@example.com\"}");
        all.put(END_ALL, WHY + ",\"confirm\":\"all\"}");
        all.put("POST admin/users/{id}/merge", WHY + ",\"into\":\"999999\"}");
        all.put("PATCH account/settings", "{\"theme\":\"dark\"}");
        all.put("PATCH profiles/{id}/settings", "{\"theme\":\"dark\"}");
        all.put("PATCH admin/users/{id}/settings", WHY + ",\"settings\":{\"theme\":\"dark\"}}");
        all.put(
                "PATCH admin/users/{id}/profile-settings",
                WHY + ",\"profile\":\"999999\",\"settings\":{\"theme\":\"dark\"}}");
        all.put(ALL_SETTINGS, WHY + ",\"find\":\"none\",\"settings\":{\"theme\":\"dark\"}}");
        all.put(ALL_PROFILE_SETTINGS, WHY + ",\"find\":\"none\",\"settings\":{\"theme\":\"dark\"}}");
        all.put("POST admin/users/{id}/role", WHY + ",\"role\":\"user\"}");
        all.put("POST admin/users/{id}/verify", WHY + ",\"field\":\"email\"}");
        all.put("POST admin/create-staff", "{\"email\":\"%s@example.com\",\"password\":\"" + PASSWORD + "\"}");
        all.put("POST admin/create-superuser", "{\"email\":\"%s@example.com\",\"password\":\"" + PASSWORD + "\"}");
        all.put("POST admin/factors/reset", WHY + ",\"login\":\"other@example.com\"}");
        all.put("POST admin/factors/reset/cancel", WHY + ",\"login\":\"other@example.com\"}");
        all.put("POST password-reset/change", "{\"old_password\":\"" + PASSWORD + "\"," + twice + "}");
        all.put("POST profile/switch", "{\"client\":\"web\",\"profile\":\"1\"}");
        all.put("POST step-up", "{\"password\":\"" + PASSWORD + "\"}");
        all.put("POST totp/confirm", "{\"enrolment_id\":\"none\",\"code\":\"000000\"}");
        all.put("POST account/confirm-change", "{\"challenge_id\":\"none\",\"code\":\"000000\"}");
        all.put("DELETE account/delete", "{\"confirmation\":true,\"password\":\"" + PASSWORD + "\"}");
        all.put("POST api-keys", "{\"name\":\"key\"}");
        all.put("POST api-keys/rotate/{id}", "{}");
        all.put("PATCH api-keys/{id}", "{\"name\":\"mine\"}");
        all.put("POST passkeys", "{\"ceremony_id\":\"none\",\"credential\":{}}");
        all.put("POST admin/service-accounts/{id}/api-keys", WHY + ",\"name\":\"key\"}");
        all.put("POST admin/service-accounts/{id}/rotate-api-key", WHY + ",\"key\":\"none\"}");
        all.put("POST admin/service-accounts/{id}/revoke-api-key", WHY + ",\"key\":\"none\"}");
        all.put("POST admin/service-accounts", WHY + ",\"username\":\"%s\",\"role\":\"none\"}");
        all.put("PATCH passkeys/{id}", "{\"name\":\"mine\"}");
        return all;
    }

    private static Map<String, String> permissions() {
        Map<String, String> all = new TreeMap<>();
        all.put("POST admin/create-staff", "");
        all.put("POST admin/create-superuser", "");
        all.put("POST admin/factors/reset", "FACTORS_RESET");
        all.put("POST admin/factors/reset/cancel", "FACTORS_RESET");
        all.put("GET admin/events", "AUDIT_READ");
        all.put("POST admin/users/search", "USERS_READ");
        all.put("POST admin/users/export", "USERS_EXPORT");
        all.put("POST admin/users/create", "USERS_CREATE");
        all.put("GET admin/users/{id}", "USERS_READ");
        all.put("PATCH admin/users/{id}", "USERS_EDIT");
        all.put("GET admin/users/{id}/settings", "USERS_READ");
        all.put("PATCH admin/users/{id}/settings", "SETTINGS_CHANGE");
        all.put("PATCH admin/users/{id}/profile-settings", "SETTINGS_CHANGE");
        all.put(ALL_SETTINGS, "SETTINGS_CHANGE");
        all.put(ALL_PROFILE_SETTINGS, "SETTINGS_CHANGE");
        all.put("POST admin/users/{id}/disable", "USERS_DISABLE");
        all.put("POST admin/users/{id}/enable", "USERS_DISABLE");
        all.put("POST admin/users/{id}/delete", "USERS_DELETE");
        all.put("POST admin/users/{id}/restore", "USERS_DELETE");
        all.put("POST admin/users/{id}/end-sessions", "SESSIONS_END");
        all.put("POST admin/users/{id}/end-api-keys", "SESSIONS_END");
        all.put("POST admin/users/{id}/keep", "USERS_DELETE");
        all.put("GET admin/service-accounts/{id}/api-keys", "USERS_READ");
        all.put("POST admin/service-accounts/{id}/api-keys", "PROGRAMS_MANAGE");
        all.put("POST admin/service-accounts/{id}/rotate-api-key", "PROGRAMS_MANAGE");
        all.put("POST admin/service-accounts/{id}/revoke-api-key", "SESSIONS_END");
        all.put("POST admin/service-accounts", "PROGRAMS_MANAGE");
        all.put("POST admin/users/{id}/impersonate", "USERS_IMPERSONATE");
        all.put("POST admin/users/{id}/merge", "USERS_MERGE");
        all.put("POST admin/users/{id}/reset-password", "PASSWORDS_RESET");
        all.put("GET admin/invitations", "USERS_READ");
        all.put("GET admin/roles", "USERS_READ");
        all.put("POST admin/invitations", "USERS_CREATE");
        all.put(END_ALL, "");
        all.put("POST admin/users/{id}/invite", "USERS_CREATE");
        all.put("POST admin/users/{id}/revoke-invitation", "USERS_CREATE");
        all.put("POST admin/users/{id}/require-password", "PASSWORDS_RESET");
        all.put("POST admin/users/{id}/temporary-password", "PASSWORDS_RESET");
        all.put("POST admin/users/{id}/role", "ROLES_ASSIGN");
        all.put("POST admin/users/{id}/verify", "USERS_VERIFY");
        all.put("POST admin/social/accounts", "LINKS_MANAGE");
        all.put("POST admin/social/unlink", "LINKS_MANAGE");
        all.put("POST admin/social/resume", "LINKS_MANAGE");
        return all;
    }

    @Override
    AuthBuilder wired(AuthBuilder builder) {
        Role[] each = List.of(AdminPermission.values()).stream()
                .map(permission -> Role.named("only-" + permission.name().toLowerCase(Locale.ROOT))
                        .may(permission))
                .toArray(Role[]::new);
        return builder.roles(each)
                .roles(Role.named("everything").may(AdminPermission.values()))
                .roles(Role.named("exporter").may("orders:read").forPrograms())
                .roles(Role.named("settings").may(AdminPermission.USERS_READ, AdminPermission.SETTINGS_CHANGE))
                .userSettings(THEME)
                .profileSettings(THEME)
                .impersonation(ImpersonationSettings.standard().allowOneFactor())
                .apiKeys(ApiKeySettings.withPrefix("acme").withScopes("orders:read"))
                .secondFactors(
                        SecondFactorSettings.optional().requiredOf((user, profiles) -> ENROLLING.equals(user.email())));
    }

    @Override
    AuthSettings chosen(AuthSettings settings) {
        return settings.withThrottles(ThrottleSettings.owasp().turnEverythingOff())
                .withSessions(settings.sessions().withSessionCheck(Duration.ZERO));
    }

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
        assertThat(PERMISSIONS.keySet())
                .isEqualTo(new TreeSet<>(routes.stream()
                        .filter(route -> route.contains(" admin/"))
                        .toList()));
        assertThat(routes).containsAll(OPEN);
    }

    @Test
    void staff_who_act_for_an_account_get_what_is_listed_and_nothing_else() {
        people();
        UserId acted = id("acted");
        for (String route : routes()) {
            boolean actedFor = !OPEN.contains(route) && !route.contains("/social/");
            TestClient.Reply reply = actedFor ? call(acting(acted), route) : null;
            if (reply != null && !reply.code().endsWith("_off")) {
                assertThat(reply.code().equals("forbidden"))
                        .as("%s: %d %s", route, reply.status(), reply.text())
                        .isEqualTo(!OPEN_TO_ACTORS.contains(route));
            }
        }
    }

    private TestClient acting(UserId user) {
        String access = callers.get("superuser")
                .post("/auth/admin/users/" + user + "/impersonate/", WHY + "}")
                .json()
                .path("access")
                .asString();
        return client.with("Authorization", "Bearer " + access);
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
                boolean open = OPEN.contains(route);
                assertThat(reply.status() == 401
                                && List.of("not_authenticated", "invalid_token").contains(reply.code()))
                        .as("%s by %s: %d %s", route, caller, reply.status(), reply.text())
                        .isEqualTo(!open && reply.status() != 404);
            }
        }
    }

    @Test
    void each_permission_of_administration_is_asked_for() {
        assertThat(PERMISSIONS.values())
                .containsAll(Stream.of(AdminPermission.values())
                        .map(AdminPermission::name)
                        .toList());
    }

    @Test
    void each_endpoint_of_the_administration_opens_for_its_permission_and_no_other() {
        people();
        PERMISSIONS.forEach((route, permission) -> {
            if (route.contains("/social/") || route.equals("GET admin/events")) {
                return; // off here
            }
            if (route.equals(ALL_SETTINGS) || route.equals(ALL_PROFILE_SETTINGS)) {
                return; // ask for two permissions
            }
            if (route.equals(END_ALL)) {
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
        for (String route : List.of(ALL_SETTINGS, ALL_PROFILE_SETTINGS)) {
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
                assertThat(call(caller, END_ALL).status()).as(name).isIn(401, 403);
            }
        });
        assertThat(call(callers.get("superuser"), END_ALL).status()).isEqualTo(200);
        assertThat(call(callers.get("superuser"), END_ALL).status()).isEqualTo(401);
    }

    private static String code(TestClient.Reply reply) {
        return reply.status() < 300 ? "passed" : reply.code();
    }

    private TestClient.Reply call(TestClient caller, String route) {
        String[] parts = route.split(" ");
        String body = BODIES.getOrDefault(route, WHY + "}").replace("%s", "new" + next++);
        String path = "/auth/" + parts[1].replace("{id}", String.valueOf(other)) + "/";
        return caller.send(
                parts[0],
                path,
                parts[0].equals("GET") ? new byte[0] : body.getBytes(StandardCharsets.UTF_8),
                parts[0].equals("GET") ? "" : "application/json");
    }

    private void people() {
        auth.admin()
                .createFirstSuperuser(new NewAdmin("root@example.com", Secret.of(PASSWORD), NewAdmin.Rank.SUPERUSER));
        for (String name : List.of("other", "member", "disabled", "deleted", "out", "planted", "acted")) {
            account(name + "@example.com");
        }
        other = id("other");
        auth.admin().setRole(id("planted"), "everything");
        callers.put("none", client);
        callers.put("member", as(tokens("member@example.com")));
        callers.put("role of staff without the right", as(tokens("planted@example.com")));
        callers.put("disabled", as(tokens("disabled@example.com")));
        auth.admin().disable(id("disabled"));
        callers.put("deleted", as(tokens("deleted@example.com")));
        auth.admin().delete(id("deleted"));
        callers.put("signed out", as(tokens("out@example.com")));
        auth.admin().endSessions(id("out"));
        account(ENROLLING);
        callers.put("mid-enrolment", midEnrolment());
        callers.put("superuser", as(tokens("root@example.com")));
        callers.put("key of a superuser", key(id("root"), Set.of("orders:read")));
        callers.put("key without a scope", key(id("root"), Set.of()));
        UserId program = auth.admin()
                .createServiceAccount(new ServiceAccount("nightly", "exporter"))
                .orElseThrow()
                .id();
        callers.put("key of a program", key(program, Set.of("orders:read")));
        callers.put("staff without", staff("plain", "USER"));
        for (AdminPermission each : AdminPermission.values()) {
            callers.put(each.name(), staff(each.name().toLowerCase(Locale.ROOT), "only-" + each.name()));
        }
        callers.get("superuser")
                .post(
                        "/auth/admin/create-superuser/",
                        "{\"email\":\"second@example.com\",\"password\":\"" + PASSWORD + "\"}");
        callers.put("superuser at one factor", as(tokens("second@example.com")));
        addFactor(id("second"));
    }

    private TestClient key(UserId owner, Set<String> scopes) {
        ApiKey.Issued issued = auth.apiKeyAdministration()
                .create(owner, new ApiKey.Draft("nightly", scopes, null), "ticket 7")
                .orElseThrow();
        return client.with("Authorization", "Bearer " + issued.secret().reveal());
    }

    /** Has shown a right password, and holds the challenge of the factor that is to be set up, and no token. */
    private TestClient midEnrolment() {
        TestClient.Reply reply = login(ENROLLING, PASSWORD);
        assertThat(reply.code()).isEqualTo("second_factor_required");
        assertThat(reply.json().path("enrolment_required").asBoolean()).isTrue();
        return client.with(
                "Authorization", "Bearer " + reply.json().path("challenge_id").asString());
    }

    /** The open session becomes one of a trusted browser, which has not shown the factor. */
    private void addFactor(UserId user) {
        store.alone(tx -> {
            Instant now = clock.instant();
            tx.factors()
                    .totps()
                    .begin(user, new TotpState("enrolment", "sealed", 0, "session", 0, now.plusSeconds(60), null), now);
            tx.factors().totps().confirm(user, "enrolment", 1, now);
            return tx.sessions().live(user, now).stream()
                    .allMatch(session ->
                            tx.sessions().prove(session.id(), session.context().inTrustedBrowser(), now));
        });
    }

    private TestClient staff(String name, String role) {
        callers.get("superuser")
                .post(
                        "/auth/admin/create-staff/",
                        "{\"email\":\"" + name + "@example.com\",\"password\":\"" + PASSWORD + "\"}");
        auth.admin().setRole(id(name), role);
        return as(tokens(name + "@example.com"));
    }

    private UserId id(String name) {
        String key = IdentifierRules.standard()
                .email(name + "@example.com")
                .orElseThrow()
                .key();
        return store.read(tx -> tx.users().byKey(IdentifierKind.EMAIL, key))
                .orElseThrow()
                .info()
                .id();
    }
}
