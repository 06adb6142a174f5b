package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.model.UserId;
import org.junit.jupiter.api.Test;

/** The published cases of fastapi-users' router for forgotten passwords, told of this servlet. */
class FastApiResetTest extends FastApiStack {

    private static final String NEW = "excalibur-from-the-lake";

    @Test
    void a_reset_is_asked_for_with_one_answer_for_all() {
        unprocessable(client.post("/auth/forgot-password", "{}"), "email");
        verified(LADY);
        for (String email : new String[] {"lancelot@camelot.example", LADY}) {
            TestClient.Reply reply = client.post("/auth/forgot-password", "{\"email\":\"" + email + "\"}");
            assertThat(reply.status()).isEqualTo(202);
            assertThat(reply.text()).isEqualTo("null");
        }
    }

    @Test
    void a_body_without_token_or_password_is_unprocessable() {
        unprocessable(client.post("/auth/reset-password", "{}"), "token");
        unprocessable(client.post("/auth/reset-password", "{\"password\":\"" + NEW + "\"}"), "token");
        unprocessable(client.post("/auth/reset-password", "{\"token\":\"foo\"}"), "password");
    }

    @Test
    void a_wrong_token_and_one_of_an_inactive_user_are_bad() {
        refused(
                client.post("/auth/reset-password", "{\"token\":\"foo\",\"password\":\"" + NEW + "\"}"),
                400,
                "RESET_PASSWORD_BAD_TOKEN");
        verified(LADY);
        UserId lady = auth.userId(as(LADY).get("/users/me").json().path("id").asString())
                .orElseThrow();
        String link = link();
        auth.admin().disable(lady);
        refused(
                client.post("/auth/reset-password", "{" + link + ",\"password\":\"" + NEW + "\"}"),
                400,
                "RESET_PASSWORD_BAD_TOKEN");
    }

    @Test
    void a_password_that_the_policy_refuses_is_told_and_the_token_stays() {
        verified(LADY);
        String link = link();
        TestClient.Reply reply = client.post("/auth/reset-password", "{" + link + ",\"password\":\"g\"}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("detail").path("code").asString()).isEqualTo("RESET_PASSWORD_INVALID_PASSWORD");
        assertThat(reply.json().path("detail").path("reason").asString()).isNotBlank();
        assertThat(client.post("/auth/reset-password", "{" + link + ",\"password\":\"" + NEW + "\"}")
                        .status())
                .isEqualTo(200);
        assertThat(login(LADY, NEW).status()).isEqualTo(200);
        refused(login(LADY, PASSWORD), 400, "LOGIN_BAD_CREDENTIALS");
    }

    private String link() {
        client.post("/auth/forgot-password", "{\"email\":\"" + LADY + "\"}");
        auth.messages().dispatchDue();
        return mailbox.link();
    }
}
