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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A host with everything on, and each kind of caller of {@link AuthorizationMatrixTest}. */
abstract class AuthorizationCallers extends WholeStack {

    /** Has to set a second factor up at each sign-in. */
    private static final String ENROLLING = "enrolling@example.com";

    private static final SettingKey<String> THEME =
            SettingKey.choice("theme", "auto", "auto", "dark").changedByOwner();

    final Map<String, TestClient> callers = new LinkedHashMap<>();
    private UserId other;
    private int next;

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

    final TestClient.Reply call(TestClient caller, String route) {
        String[] parts = route.split(" ");
        String body = AuthorizationBodies.of(route).replace("%s", "new" + next++);
        String path = "/auth/" + parts[1].replace("{id}", String.valueOf(other)) + "/";
        return caller.send(
                parts[0],
                path,
                parts[0].equals("GET") ? new byte[0] : body.getBytes(StandardCharsets.UTF_8),
                parts[0].equals("GET") ? "" : "application/json");
    }

    final void people() {
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
        administrators();
    }

    private void administrators() {
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

    final TestClient staff(String name, String role) {
        callers.get("superuser")
                .post(
                        "/auth/admin/create-staff/",
                        "{\"email\":\"" + name + "@example.com\",\"password\":\"" + PASSWORD + "\"}");
        auth.admin().setRole(id(name), role);
        return as(tokens(name + "@example.com"));
    }

    final UserId id(String name) {
        String key = IdentifierRules.standard()
                .email(name + "@example.com")
                .orElseThrow()
                .key();
        return store.read(tx -> tx.users().byKey(IdentifierKind.EMAIL, key))
                .orElseThrow()
                .info()
                .id();
    }

    final TestClient acting(UserId user) {
        String access = callers.get("superuser")
                .post("/auth/admin/users/" + user + "/impersonate/", AuthorizationBodies.WHY + "}")
                .json()
                .path("access")
                .asString();
        return client.with("Authorization", "Bearer " + access);
    }
}
