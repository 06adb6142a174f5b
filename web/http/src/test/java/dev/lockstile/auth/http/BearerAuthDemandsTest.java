package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a filter demands beside a token: roles, rights and recent proofs. */
class BearerAuthDemandsTest extends BearerAuthFixture {

    @Test
    void a_recent_proof_takes_the_place_of_no_role_and_no_right() {
        String access = access(tokens("ana@example.com"));
        assertThat(bearing(access).get("/sensitive/orders").status()).isEqualTo(200);
        for (String path : List.of("/admin-recent/orders", "/root-recent/orders")) {
            assertThat(bearing(access).get(path).code()).as(path).isEqualTo("forbidden");
        }
    }

    @Test
    void a_right_is_not_asked_for_as_a_role() {
        BearerAuthFilter filter =
                BearerAuthFilter.of(auth, HttpSettings.defaults().withSnakeCase());
        for (String right : List.of("superuser", "STAFF", "right:staff", "")) {
            assertThatThrownBy(() -> filter.demandingRole(right)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_role_that_is_not_there_is_forbidden() {
        TestClient.Reply reply = bearing(access(tokens("ana@example.com"))).get("/admin/users");
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.code()).isEqualTo("forbidden");
    }

    @Test
    void what_is_sensitive_wants_a_proof_and_a_proof_opens_it() {
        JsonNode tokens = tokens("ana@example.com");
        assertThat(bearing(access(tokens)).get("/sensitive/keys").status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(11));
        JsonNode later = refresh(tokens.path("refreshToken").asString()).json();
        String old = later.path("access").asString();
        TestClient.Reply refused = bearing(old).get("/sensitive/keys");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("step_up_required");
        assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer error=\"insufficient_user_authentication\"");
        assertThat(bearing(old).get("/api/orders").status()).isEqualTo(200);

        String proven = client.with("Authorization", "Bearer " + old)
                .post("/auth/step-up/", "{\"password\":\"" + PASSWORD + "\"}")
                .json()
                .path("access")
                .asString();
        assertThat(bearing(proven).get("/sensitive/keys").status()).isEqualTo(200);
        assertThat(bearing(old).get("/sensitive/keys").code()).isEqualTo("step_up_required");
    }

    @Test
    void demands_add_up_in_whatever_order_they_are_made() {
        JsonNode tokens = tokens("ana@example.com");
        for (String path : List.of("/recent-role/keys", "/role-recent/keys")) {
            assertThat(bearing(access(tokens)).get(path).status()).as(path).isEqualTo(200);
        }
        assertThat(bearing(access(tokens)).get("/both/keys").code()).isEqualTo("forbidden");
        assertThat(bearing(access(tokens)).get("/recent-right/keys").code()).isEqualTo("forbidden");
        clock.advance(Duration.ofMinutes(11));
        String old = refresh(tokens.path("refreshToken").asString())
                .json()
                .path("access")
                .asString();
        for (String path : List.of("/recent-role/keys", "/role-recent/keys")) {
            assertThat(bearing(old).get(path).code()).as(path).isEqualTo("step_up_required");
        }
    }

    @Test
    void a_right_and_a_recent_proof_add_up_in_whatever_order_they_are_demanded() {
        NewAdmin boss = new NewAdmin("boss@example.com", Secret.of(PASSWORD), NewAdmin.Rank.SUPERUSER);
        assertThat(auth.admin().bootstrapSuperuser(Secret.of(BOOTSTRAP), boss)).isInstanceOf(Outcome.Done.class);
        JsonNode tokens = tokens("boss@example.com");
        List<String> paths = List.of("/recent-right/keys", "/root-recent/keys");
        for (String path : paths) {
            assertThat(bearing(access(tokens)).get(path).status()).as(path).isEqualTo(200);
        }
        clock.advance(Duration.ofMinutes(11));
        String old = refresh(tokens.path("refreshToken").asString())
                .json()
                .path("access")
                .asString();
        assertThat(bearing(old).get("/root/keys").status()).isEqualTo(200);
        for (String path : paths) {
            TestClient.Reply refused = bearing(old).get(path);
            assertThat(refused.status()).as(path).isEqualTo(403);
            assertThat(refused.code()).as(path).isEqualTo("step_up_required");
        }
    }
}
