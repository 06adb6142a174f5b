package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.apikey.ApiKeySettings;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.role.Role;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** API keys over HTTP: people manage them, programs show them to the host's own endpoints and to no other. */
final class ApiKeyRequestsTest extends BearerAuthFixture {

    private static final String DRAFT = "{\"name\":\"build\",\"scope\":\"orders:read\",\"expires_in_days\":30}";

    private String token;

    @Override
    AuthBuilder wired(AuthBuilder builder) {
        return builder.apiKeys(ApiKeySettings.withPrefix("acme").withPerAccount(2))
                .roles(
                        Role.named("admin"),
                        Role.named("user").may("orders:read", "orders:refund"),
                        Role.named("guest"));
    }

    @BeforeEach
    void demand() {
        BearerAuthFilter filter =
                BearerAuthFilter.of(auth, HttpSettings.defaults().withClock(clock));
        map(handler, filter.demanding("orders:refund"), "/refunds/*");
        map(handler, filter.demanding("orders:read"), "/orders/*");
        map(handler, filter.refusingApiKeys(), "/people/*");
        token = access(tokens("ana@example.com"));
    }

    private TestClient.Reply create(String body) {
        return client.with("Authorization", "Bearer " + token).post("/auth/api-keys/", body);
    }

    private String key() {
        return create(DRAFT).json().path("key").asString();
    }

    @Test
    void a_person_makes_lists_renames_rotates_and_revokes_a_key() {
        TestClient person = client.with("Authorization", "Bearer " + token);
        TestClient.Reply made = create(DRAFT);
        assertThat(made.status()).isEqualTo(201);
        String id = made.json().path("id").asString();
        assertThat(made.json().path("key").asString()).matches("acme_[0-9A-Za-z]{82}");
        assertThat(made.json().path("scope").asString()).isEqualTo("orders:read");

        JsonNode listed = person.get("/auth/api-keys/").json();
        assertThat(listed).hasSize(1);
        assertThat(listed.path(0).has("key")).isFalse();
        assertThat(person.patch("/auth/api-keys/" + id + "/", "{\"name\":\"deploy\"}")
                        .json()
                        .path("name")
                        .asString())
                .isEqualTo("deploy");
        TestClient.Reply rotated = person.post("/auth/api-keys/rotate/" + id + "/", "{}");
        assertThat(rotated.status()).isEqualTo(201);
        assertThat(rotated.json().path("previous_until").isNull()).isFalse();
        assertThat(person.delete("/auth/api-keys/" + id + "/", "").status()).isEqualTo(204);
        assertThat(person.delete("/auth/api-keys/" + id + "/", "").code()).isEqualTo("not_found");
        assertThat(bearing(rotated.json().path("key").asString()).get("/api/1").code())
                .isEqualTo("invalid_token");
    }

    @Test
    void what_a_key_may_not_be_is_refused_with_its_field() {
        assertThat(create("{\"name\":\"\"}").fields()).containsExactly("name");
        assertThat(create("{\"name\":\"a\",\"scope\":\"lockstile:users.read\"}").fields())
                .containsExactly("scope");
        assertThat(create("{\"name\":\"a\",\"expires_in_days\":366}").fields()).containsExactly("expires_in_days");
        assertThat(create("{\"name\":\"a\",\"expires_in_days\":0}").fields()).containsExactly("expires_in_days");
        key();
        key();
        assertThat(create(DRAFT).code()).isEqualTo("too_many_api_keys");
    }

    @Test
    void a_key_asks_for_a_recent_proof() {
        clock.advance(Duration.ofMinutes(11));
        String old = token;
        token = access(tokens("ana@example.com"));
        assertThat(create(DRAFT).status()).isEqualTo(201);
        token = old;
        assertThat(create(DRAFT).code()).isIn("step_up_required", "invalid_token");
    }

    @Test
    void a_program_enters_where_its_scopes_lead_and_nowhere_else() {
        TestClient program = bearing(key());
        assertThat(program.get("/api/1").status()).isEqualTo(200);
        assertThat(program.get("/orders/1").status()).isEqualTo(200);
        for (String path : List.of("/refunds/1", "/people/1", "/admin/1", "/root/1", "/role-recent/1")) {
            assertThat(program.get(path).code()).as(path).isEqualTo("forbidden");
        }
        assertThat(program.get("/sensitive/1").code()).isEqualTo("step_up_required");
    }

    @Test
    void no_endpoint_of_the_library_takes_a_key() {
        TestClient program = client.with("Authorization", "Bearer " + key());
        for (String path : List.of("/auth/me/", "/auth/api-keys/", "/auth/sessions/", "/auth/profiles/")) {
            assertThat(program.get(path).code()).as(path).isEqualTo("invalid_token");
        }
        for (String path : List.of("/auth/api-keys/", "/auth/step-up/password/", "/auth/token/logout/")) {
            assertThat(program.post(path, DRAFT).status()).as(path).isIn(400, 401, 404, 405);
        }
        assertThat(bearing(key()).get("/api/1").status()).isEqualTo(200);
    }

    @Test
    void a_key_in_a_cookie_or_mistyped_is_no_credential() {
        String key = key();
        assertThat(bearing(key.substring(0, key.length() - 1) + "-")
                        .get("/api/1")
                        .code())
                .isEqualTo("invalid_token");
        assertThat(bearing("acme_0").get("/api/1").code()).isEqualTo("invalid_token");
        assertThat(api.with("Cookie", "__Host-access=" + key).get("/api/1").code())
                .isEqualTo("not_authenticated");
    }

    @Test
    void a_program_loses_with_its_owners_role_what_the_role_permitted() {
        TestClient program = bearing(key());
        auth.admin().setRole(auth.sessions().authenticate(token).orElseThrow().user(), "guest");
        assertThat(program.get("/orders/1").code()).isEqualTo("forbidden");
    }
}
