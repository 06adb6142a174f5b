package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The published cases of fastapi-users' routers for registration and verification, told of this servlet. */
class FastApiRegisterTest extends FastApiStack {

    @Test
    void a_body_without_address_or_password_or_with_no_address_is_unprocessable() {
        unprocessable(client.post("/auth/register", "{}"), "email");
        unprocessable(client.post("/auth/register", "{\"password\":\"" + PASSWORD + "\"}"), "email");
        unprocessable(client.post("/auth/register", "{\"email\":\"" + ARTHUR + "\"}"), "password");
        unprocessable(register("king.arthur", ""), "email");
        assertThat(client.post("/auth/register", "{").status()).isEqualTo(422);
    }

    @Test
    void a_password_that_the_policy_refuses_is_told_with_its_reason() {
        TestClient.Reply reply = client.post("/auth/register", "{\"email\":\"" + ARTHUR + "\",\"password\":\"g\"}");
        assertThat(reply.status()).isEqualTo(400);
        JsonNode detail = reply.json().path("detail");
        assertThat(detail.path("code").asString()).isEqualTo("REGISTER_INVALID_PASSWORD");
        assertThat(detail.path("reason").asString()).contains("too short");
    }

    @Test
    void an_address_that_is_taken_gets_the_answer_of_a_free_one() {
        verified(ARTHUR);
        for (String email : new String[] {ARTHUR, "lancelot@camelot.example"}) {
            TestClient.Reply reply = register(email, "");
            assertThat(reply.status()).isEqualTo(201);
            assertThat(reply.text())
                    .isEqualTo("{\"id\":null,\"email\":\"" + email
                            + "\",\"is_active\":true,\"is_superuser\":false,\"is_verified\":false}");
        }
    }

    @Test
    void what_only_the_server_decides_is_ignored() {
        JsonNode told = register(
                        ARTHUR, ",\"is_superuser\":true,\"is_active\":false,\"is_verified\":true,\"role\":\"x\"")
                .json();
        assertThat(told.path("is_superuser").asBoolean()).isFalse();
        assertThat(told.path("is_active").asBoolean()).isTrue();
        assertThat(told.path("is_verified").asBoolean()).isFalse();
        client.post("/auth/verify", "{" + mailbox.link() + ",\"password\":\"" + PASSWORD + "\"}");
        JsonNode me = as(ARTHUR).get("/users/me").json();
        assertThat(me.path("is_superuser").asBoolean()).isFalse();
    }

    @Test
    void a_token_is_asked_for_with_one_answer_for_all() {
        unprocessable(client.post("/auth/request-verify-token", "{}"), "email");
        unprocessable(client.post("/auth/request-verify-token", "{\"email\":\"king.arthur\"}"), "email");
        verified(LADY);
        register(ARTHUR, "");
        for (String email : new String[] {"nobody@camelot.example", LADY, ARTHUR}) {
            TestClient.Reply reply = client.post("/auth/request-verify-token", "{\"email\":\"" + email + "\"}");
            assertThat(reply.status()).isEqualTo(202);
            assertThat(reply.text()).isEqualTo("null");
        }
    }

    @Test
    void a_wrong_or_used_token_is_a_bad_one() {
        unprocessable(client.post("/auth/verify", "{}"), "token");
        refused(client.post("/auth/verify", "{\"token\":\"foo\"}"), 400, "VERIFY_USER_BAD_TOKEN");
        register(ARTHUR, "");
        String body = "{" + mailbox.link() + ",\"password\":\"" + PASSWORD + "\"}";
        TestClient.Reply verified = client.post("/auth/verify", body);
        assertThat(verified.status()).isEqualTo(200);
        assertThat(verified.json().path("id").isNull()).isFalse();
        assertThat(verified.json().path("email").asString()).isEqualTo(ARTHUR);
        assertThat(verified.json().path("is_verified").asBoolean()).isTrue();
        refused(client.post("/auth/verify", body), 400, "VERIFY_USER_BAD_TOKEN");
    }

    @Test
    void a_link_alone_verifies_and_brings_the_token_for_a_new_password() {
        register(ARTHUR, "");
        String joined = mailbox.link().replaceAll("\"uid\":\"([^\"]*)\",\"token\":\"([^\"]*)\"", "$1.$2");
        JsonNode verified =
                client.post("/auth/verify", "{\"token\":\"" + joined + "\"}").json();
        assertThat(verified.path("is_verified").asBoolean()).isTrue();
        refused(login(ARTHUR, PASSWORD), 400, "LOGIN_BAD_CREDENTIALS");
        String token = verified.path("set_password_token").asString();
        assertThat(client.post(
                                "/auth/reset-password",
                                "{\"token\":\"" + token + "\",\"password\":\"" + PASSWORD + "\"}")
                        .status())
                .isEqualTo(200);
        assertThat(login(ARTHUR, PASSWORD).status()).isEqualTo(200);
    }
}
