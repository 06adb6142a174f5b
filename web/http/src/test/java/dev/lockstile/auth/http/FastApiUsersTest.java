package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The published cases of fastapi-users' router for users, told of this servlet. */
class FastApiUsersTest extends FastApiStack {

    private static final String MERLIN = "merlin@camelot.example";
    private static final String NEW = "excalibur-from-the-lake";

    @Test
    void the_own_account_needs_a_live_token() {
        verified(ARTHUR);
        refused(client.get("/users/me"), 401, "Unauthorized");
        refused(client.patch("/users/me", "{}"), 401, "Unauthorized");
        TestClient arthur = as(ARTHUR);
        JsonNode me = arthur.get("/users/me").json();
        assertThat(me.propertyNames())
                .containsExactlyInAnyOrder("id", "email", "is_active", "is_superuser", "is_verified");
        assertThat(me.path("email").asString()).isEqualTo(ARTHUR);
        auth.admin().disable(auth.userId(me.path("id").asString()).orElseThrow());
        refused(arthur.get("/users/me"), 401, "Unauthorized");
        refused(arthur.patch("/users/me", "{}"), 401, "Unauthorized");
    }

    @Test
    void an_empty_update_and_flags_of_the_server_change_nothing() {
        verified(ARTHUR);
        TestClient arthur = as(ARTHUR);
        for (String body : new String[] {
            "{}",
            "{\"is_superuser\":true}",
            "{\"is_active\":false}",
            "{\"is_verified\":false}",
            "{\"email\":\"" + ARTHUR + "\"}"
        }) {
            TestClient.Reply reply = arthur.patch("/users/me", body);
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.json()).isEqualTo(arthur.get("/users/me").json());
        }
    }

    @Test
    void a_new_address_is_pending_until_its_code_is_entered_and_a_taken_one_is_not_told() {
        verified(ARTHUR);
        verified(LADY);
        TestClient arthur = as(ARTHUR);
        for (String email : new String[] {"king.arthur@tintagel.example", LADY}) {
            TestClient.Reply reply = arthur.patch("/users/me", "{\"email\":\"" + email + "\"}");
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.json().path("email").asString()).isEqualTo(ARTHUR);
            assertThat(reply.json().path("pending_email_challenge_id").asString())
                    .isNotBlank();
            clock.advance(Duration.ofMinutes(2));
        }
        unprocessable(arthur.patch("/users/me", "{\"email\":\"nonsense\"}"), "email");
    }

    @Test
    void a_new_password_needs_the_old_one() {
        verified(ARTHUR);
        TestClient arthur = as(ARTHUR);
        for (String body : new String[] {
            "{\"password\":\"" + NEW + "\"}",
            "{\"password\":\"" + NEW + "\",\"current_password\":\"wrong-password-1\"}",
            "{\"password\":\"m\",\"current_password\":\"" + PASSWORD + "\"}"
        }) {
            TestClient.Reply reply = arthur.patch("/users/me", body);
            assertThat(reply.status()).as(body).isEqualTo(400);
            assertThat(reply.json().path("detail").path("code").asString()).isEqualTo("UPDATE_USER_INVALID_PASSWORD");
        }
        assertThat(arthur.patch("/users/me", "{\"password\":\"" + NEW + "\",\"current_password\":\"" + PASSWORD + "\"}")
                        .status())
                .isEqualTo(200);
        assertThat(login(ARTHUR, NEW).status()).isEqualTo(200);
    }

    @Test
    void accounts_of_others_are_for_superusers_with_a_recent_proof() {
        verified(ARTHUR);
        superuser(MERLIN);
        String id = id(ARTHUR);
        for (String path : new String[] {"/users/" + id, "/users/no-such-id"}) {
            refused(client.get(path), 401, "Unauthorized");
            refused(as(ARTHUR).get(path), 403, "Forbidden");
            refused(as(ARTHUR).patch(path, "{}"), 403, "Forbidden");
            refused(as(ARTHUR).delete(path, ""), 403, "Forbidden");
        }
        TestClient merlin = as(MERLIN);
        for (String path : new String[] {"/users/no-such-id", "/users/999999", "/users/" + "9".repeat(200)}) {
            refused(merlin.get(path), 404, "Not Found");
            refused(merlin.patch(path, "{}"), 404, "Not Found");
            refused(merlin.delete(path, ""), 404, "Not Found");
        }
        assertThat(merlin.get("/users/" + id).json().path("email").asString()).isEqualTo(ARTHUR);
        clock.advance(Duration.ofMinutes(9));
        assertThat(merlin.get("/users/" + id).status()).isEqualTo(200);
    }

    @Test
    void a_superuser_disables_verifies_and_deletes_and_sets_no_password_address_or_right() {
        verified(ARTHUR);
        superuser(MERLIN);
        TestClient merlin = as(MERLIN);
        String path = "/users/" + id(ARTHUR);
        TestClient arthur = as(ARTHUR);
        assertThat(merlin.patch(path, "{}").json().path("is_active").asBoolean())
                .isTrue();
        assertThat(merlin.patch(path, "{\"is_active\":false}")
                        .json()
                        .path("is_active")
                        .asBoolean())
                .isFalse();
        refused(arthur.get("/users/me"), 401, "Unauthorized");
        assertThat(merlin.patch(path, "{\"is_active\":true,\"is_verified\":true,\"is_superuser\":false}")
                        .json()
                        .path("is_active")
                        .asBoolean())
                .isTrue();
        for (String body : new String[] {
            "{\"password\":\"" + NEW + "\"}",
            "{\"email\":\"king.arthur@tintagel.example\"}",
            "{\"is_superuser\":true}",
            "{\"is_verified\":false}"
        }) {
            refused(merlin.patch(path, body), 403, "UPDATE_USER_NOT_ALLOWED");
        }
        assertThat(merlin.delete(path, "").status()).isEqualTo(204);
        refused(merlin.get(path), 404, "Not Found");
        refused(login(ARTHUR, PASSWORD), 400, "LOGIN_BAD_CREDENTIALS");
    }

    private String id(String email) {
        return as(email).get("/users/me").json().path("id").asString();
    }
}
