package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.token.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A host's own servlets behind the filter. */
class BearerAuthFilterTest extends BearerAuthFixture {

    @Test
    void a_valid_token_is_let_in_and_named() {
        String access = access(tokens("ana@example.com"));
        String[] told = bearing(access).get("/api/orders").text().split(" ");
        Caller caller = auth.sessions().authenticate(access).orElseThrow();
        assertThat(told)
                .containsExactly(
                        caller.user().toString(),
                        caller.profile().toString(),
                        caller.authTime().toString(),
                        caller.user().toString(),
                        "true",
                        "false",
                        "false",
                        "false");
    }

    @Test
    void no_role_opens_what_a_right_opens() {
        account("root@example.com");
        for (String role : List.of("superuser", "SUPERUSER", "right:superuser", "sup\u0435ruser")) {
            String access = actingAs("ana@example.com", role);
            assertThat(bearing(access).get("/api/me").text()).as(role).endsWith(" false false");
            assertThat(bearing(access).get("/root/users").code()).as(role).isEqualTo("forbidden");
        }
        String root = access(tokens("root@example.com"));
        assertThat(bearing(root).get("/root/users").code()).isEqualTo("forbidden");
        assertThat(auth.admin()
                        .bootstrapSuperuser(
                                Secret.of(BOOTSTRAP),
                                new NewAdmin("boss@example.com", Secret.of(PASSWORD), NewAdmin.Rank.SUPERUSER)))
                .isInstanceOf(Outcome.Done.class);
        String boss = access(tokens("boss@example.com"));
        assertThat(bearing(boss).get("/root/users").text()).endsWith(" true false false true");
    }

    @Test
    void services_know_who_calls_during_the_request_alone() {
        String access = access(tokens("ana@example.com"));
        String key = auth.sessions().authenticate(access).orElseThrow().user().toString();
        for (int i = 0; i < 20; i++) {
            assertThat(bearing(access).get("/shared/orders").text())
                    .isEqualTo("Caller[user=" + key + "] User[" + key + "]");
            assertThat(api.get("/open/").text()).isEqualTo("nobody");
            assertThat(bearing("no.such.token").get("/shared/orders").status()).isEqualTo(401);
        }
        assertThatThrownBy(current::require).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nobody_else_is_let_in() {
        TestClient.Reply none = api.get("/api/orders");
        assertThat(none.status()).isEqualTo(401);
        assertThat(none.code()).isEqualTo("not_authenticated");
        assertThat(none.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(none.header("Cache-Control")).isEqualTo("no-store");
        TestClient.Reply wrong = bearing("a.b.c").with("Accept-Language", "es").get("/api/orders");
        assertThat(wrong.code()).isEqualTo("invalid_token");
        assertThat(wrong.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
        assertThat(wrong.json().path("detail").asString()).isEqualTo("El token no es válido o ha expirado.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer Bearer %s",
                "Bearer  %s",
                "Bearer %s,",
                "Bearer %s, Bearer %s",
                "Bearer\t%s",
                "Bearer %s x"
            })
    void a_header_in_another_form_is_refused(String form) {
        String access = access(tokens("ana@example.com"));
        assertThat(api.with("Authorization", form.replace("%s", access))
                        .get("/api/orders")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_token_elsewhere_than_in_the_header_is_not_looked_at() {
        String access = access(tokens("ana@example.com"));
        assertThat(api.get("/api/orders?access_token=" + access).code()).isEqualTo("not_authenticated");
        assertThat(api.post(
                                "/api/orders",
                                ("access_token=" + access).getBytes(StandardCharsets.UTF_8),
                                "application/x-www-form-urlencoded")
                        .code())
                .isEqualTo("not_authenticated");
        assertThat(api.with("Cookie", "access_token=" + access)
                        .get("/api/orders")
                        .code())
                .isEqualTo("not_authenticated");
    }

    @Test
    void a_refresh_token_opens_nothing() {
        String refresh = tokens("ana@example.com").path("refreshToken").asString();
        assertThat(bearing(refresh).get("/api/orders").code()).isEqualTo("invalid_token");
    }

    @Test
    void who_forgot_to_map_the_filter_is_told() {
        HttpServletRequest bare = (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServletRequest.class}, (proxy, method, args) -> null);
        assertThatThrownBy(() -> BearerAuthFilter.caller(bare)).isInstanceOf(IllegalStateException.class);
    }

    /** An access token for another profile of that person, whose row has this role. */
    private String actingAs(String email, String role) {
        String access = access(tokens(email));
        Caller caller = auth.sessions().authenticate(access).orElseThrow();
        ProfileId profile = store.alone(tx -> tx.profiles()
                .insert(new NewProfile(
                        caller.user(),
                        Person.UNKNOWN,
                        new ProfileInfo.Status(role, false, true),
                        "",
                        null,
                        SettingsJson.EMPTY,
                        RowTimes.fresh(clock.instant()))));
        JsonNode switched = client.with("Authorization", "Bearer " + access)
                .post("/auth/profile/switch/", "{\"profile\":\"" + profile + "\",\"client\":\"web\"}")
                .json();
        return access(switched.path("tokens"));
    }
}
