package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Registration, reset and change of a password, over HTTP from end to end. */
class AccountFlowsTest extends WholeStack {

    @Test
    void an_account_is_opened_confirmed_and_used() {
        assertThat(register("ana@example.com").status()).isEqualTo(201);
        assertThat(login("ana@example.com", PASSWORD).code()).isEqualTo("invalid_credentials");
        assertThat(confirm().status()).isEqualTo(200);
        assertThat(confirm().code()).isEqualTo("invalid_link");

        TestClient ana = as(tokens("Ana@Example.com"));
        JsonNode me = ana.get("/auth/me/?client=web").json();

        assertThat(me.path("user").path("data").path("email").asString()).isEqualTo("ana@example.com");
        assertThat(me.path("user").path("role").path(0).asString()).isEqualTo("user");
        assertThat(ana.get("/auth/me/?client=mobile").json().path("is_verified").asBoolean())
                .isTrue();
        assertThat(ana.get("/auth/sessions/").json()).hasSize(1);
        assertThat(client.get("/auth/.well-known/jwks.json")
                        .json()
                        .path("keys")
                        .path(0)
                        .has("d"))
                .isFalse();
    }

    @Test
    void a_taken_address_and_a_free_one_get_the_same_answer() {
        account("ana@example.com");
        int before = mailbox.count();
        TestClient.Reply taken = register("ana@example.com");
        TestClient.Reply free = register("bea@example.com");

        assertThat(taken.textWithoutSecret()).isEqualTo(free.textWithoutSecret());
        assertThat(mailbox.count()).isEqualTo(before + 2);
    }

    @Test
    void unknown_and_wrong_look_alike() {
        account("ana@example.com");
        TestClient.Reply wrong = login("ana@example.com", "wrong password here");
        TestClient.Reply unknown = login("nobody@example.com", "wrong password here");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.text()).isEqualTo(unknown.text());
    }

    @Test
    void a_weak_password_is_told_in_words() {
        TestClient.Reply reply = client.post(
                "/auth/register/",
                "{\"email\":\"ana@example.com\",\"password\":\"short\",\"password_confirm\":\"short\","
                        + "\"first_name\":\"Ana\",\"last_name_1\":\"Ruiz\",\"terms_and_conditions_accepted\":true}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("password").path(0).asString()).contains("at least ");
    }

    @Test
    void a_forgotten_password_is_reset_and_all_sessions_end() {
        account("ana@example.com");
        JsonNode tokens = tokens("ana@example.com");
        TestClient.Reply known = client.post("/auth/password-reset/request/", "{\"email\":\"ana@example.com\"}");
        TestClient.Reply unknown = client.post("/auth/password-reset/request/", "{\"email\":\"no@example.com\"}");
        auth.messages().dispatchDue();
        String fresh = "another good long password";
        String reset = "{" + mailbox.link() + ",\"new_password\":\"" + fresh + "\",\"new_password_confirm\":\"" + fresh
                + "\"}";

        assertThat(known.text()).isEqualTo(unknown.text());
        assertThat(client.post("/auth/password-reset/confirm/", reset.replace(fresh, "short"))
                        .fields())
                .containsExactly("new_password");
        assertThat(client.post("/auth/password-reset/confirm/", reset).status()).isEqualTo(200);
        assertThat(client.post("/auth/password-reset/confirm/", reset).code()).isEqualTo("invalid_link");
        assertThat(as(tokens).get("/auth/sessions/").code()).isEqualTo("invalid_token");
        assertThat(login("ana@example.com", PASSWORD).status()).isEqualTo(401);
        assertThat(login("ana@example.com", fresh).status()).isEqualTo(200);
    }

    @Test
    void a_password_is_changed_with_the_old_one() {
        account("ana@example.com");
        TestClient ana = as(tokens("ana@example.com"));
        String change = "{\"old_password\":\"%s\",\"new_password\":\"a brand new password 9\","
                + "\"new_password_confirm\":\"a brand new password 9\"}";

        assertThat(ana.post("/auth/password-reset/change/", change.formatted("wrong"))
                        .fields())
                .containsExactly("old_password");
        assertThat(ana.post("/auth/password-reset/change/", change.formatted(PASSWORD))
                        .status())
                .isEqualTo(200);
        assertThat(login("ana@example.com", "a brand new password 9").status()).isEqualTo(200);
    }
}
