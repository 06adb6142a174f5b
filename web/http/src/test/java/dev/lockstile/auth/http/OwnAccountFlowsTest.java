package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The own account, its profiles and its end, over the wire. */
class OwnAccountFlowsTest extends WholeStack {

    private static final String EVERY_FIELD =
            "\"role\":\"ADMIN\",\"is_staff\":true,\"is_superuser\":true,\"is_active\":true,\"is_default\":true,"
                    + "\"is_verified\":true,\"email_verified_at\":\"2020-01-01T00:00:00Z\",\"email_key\":\"x\","
                    + "\"id\":4711,\"user\":4711,\"user_id\":4711,\"owner\":4711,\"password_hash\":\"x\","
                    + "\"settings\":{\"a\":1},\"deleted_at\":null,\"created_at\":\"2020-01-01T00:00:00Z\","
                    + "\"picture\":\"https://evil.example/x.png\",\"groups\":[1],\"auth_time\":0";

    @Test
    void a_new_address_is_pending_until_the_code_that_was_sent_to_it() {
        account("ana@example.com");
        TestClient ana = as(tokens("ana@example.com"));
        TestClient.Reply asked = ana.patch("/auth/account/update/", "{\"email\":\"new@example.com\"}");
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.json().path("email").asString()).isEqualTo("ana@example.com");
        JsonNode pending = asked.json().path("pending_changes").path(0);
        assertThat(pending.path("field").asString()).isEqualTo("email");
        auth.messages().dispatchDue();
        String proof = "{\"challenge_id\":\"" + pending.path("challenge_id").asString() + "\",\"code\":\"%s\"}";
        TestClient.Reply wrong = ana.post("/auth/account/confirm-change/", String.format(proof, "00000000"));
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.code()).isEqualTo("invalid_code");
        TestClient.Reply done = ana.post("/auth/account/confirm-change/", String.format(proof, mailbox.code()));
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.json().path("email").asString()).isEqualTo("new@example.com");
        assertThat(login("ana@example.com", PASSWORD).status()).isEqualTo(401);
        assertThat(login("new@example.com", PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void a_sign_in_that_lies_back_has_to_be_renewed_first() {
        account("ana@example.com");
        JsonNode tokens = tokens("ana@example.com");
        clock.advance(Duration.ofMinutes(11));
        TestClient later = client.with(
                "Authorization",
                "Bearer "
                        + refresh(tokens.path("refreshToken").asString())
                                .json()
                                .path("access")
                                .asString());
        TestClient.Reply refused = later.patch("/auth/account/update/", "{\"username\":\"ana\"}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("step_up_required");
        assertThat(later.patch("/auth/account/update/", "{\"language\":\"es\"}").status())
                .isEqualTo(200);
    }

    @Test
    void what_makes_no_sense_is_told_by_field() {
        account("ana@example.com");
        TestClient.Reply reply = as(tokens("ana@example.com"))
                .patch(
                        "/auth/account/update/",
                        "{\"email\":\"no\",\"phone\":\"1\",\"username\":\"a b\",\"language\":\"??\",\"timezone\":\"Mars\","
                                + "\"terms_and_conditions\":false}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.fields())
                .containsExactlyInAnyOrder(
                        "email", "phone", "username", "language", "timezone", "terms_and_conditions");
    }

    @Test
    void the_owner_saves_what_is_kept_after_a_recent_proof() {
        account("ana@example.com");
        account("ben@example.com");
        JsonNode tokens = tokens("ana@example.com");
        TestClient.Reply saved = as(tokens).post("/auth/account/export/", "{}");
        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.header("Content-Disposition")).isEqualTo("attachment; filename=\"account.json\"");
        assertThat(saved.json().path("account").path("email").asString()).isEqualTo("ana@example.com");
        assertThat(saved.json().path("sessions").size()).isEqualTo(1);
        assertThat(saved.text()).doesNotContain("ben@example.com", "$argon2");
        clock.advance(Duration.ofMinutes(11));
        JsonNode renewed = refresh(tokens.path("refreshToken").asString()).json();
        TestClient.Reply late = client.with(
                        "Authorization", "Bearer " + renewed.path("access").asString())
                .post("/auth/account/export/", "{}");
        assertThat(late.code()).isEqualTo("step_up_required");
        assertThat(client.post("/auth/account/export/", "{}").status()).isEqualTo(401);
    }

    @Test
    void an_account_is_deleted_by_a_confirmation_and_a_proof() {
        account("ana@example.com");
        TestClient ana = as(tokens("ana@example.com"));
        for (String body : List.of(
                "{\"confirmation\":\"false\",\"password\":\"" + PASSWORD + "\"}",
                "{\"confirmation\":\"true\",\"password\":\"" + PASSWORD + "\"}",
                "{\"confirmation\":false,\"password\":\"" + PASSWORD + "\"}",
                "{\"password\":\"" + PASSWORD + "\"}",
                "{\"confirmation\":true}",
                "{\"confirmation\":true,\"password\":\"wrong\"}")) {
            assertThat(ana.delete("/auth/account/delete/", body).status())
                    .as(body)
                    .isEqualTo(400);
        }
        assertThat(ana.delete("/auth/account/delete/", "{\"confirmation\":true,\"password\":\"" + PASSWORD + "\"}")
                        .status())
                .isEqualTo(200);
        assertThat(ana.get("/auth/me/?client=web").status()).isEqualTo(401);
        assertThat(login("ana@example.com", PASSWORD).status()).isEqualTo(401);
    }

    @Test
    void profiles_are_listed_added_changed_and_deleted() {
        account("ana@example.com");
        TestClient ana = as(tokens("ana@example.com"));
        TestClient.Reply added = ana.post("/auth/profiles/", "{\"first_name\":\"Ana\",\"label\":\"Work\"}");
        assertThat(added.status()).isEqualTo(201);
        String path = "/auth/profiles/" + added.json().path("id").asString() + "/";
        TestClient.Reply changed = ana.patch(path, "{\"last_name_1\":\"Ruiz\",\"label\":null}");
        assertThat(changed.json().path("full_name").asString()).isEqualTo("Ana Ruiz");
        assertThat(changed.json().path("label").asString()).isEmpty();
        assertThat(ana.get(path).status()).isEqualTo(200);
        assertThat(ana.get("/auth/profiles/").json()).hasSize(2);
        assertThat(ana.delete(path, "").status()).isEqualTo(204);
        assertThat(ana.get(path).code()).isEqualTo("profile_not_found");
        String last = ana.get("/auth/profiles/").json().path(0).path("id").asString();
        TestClient.Reply kept = ana.delete("/auth/profiles/" + last + "/", "");
        assertThat(kept.status()).isEqualTo(409);
        assertThat(kept.code()).isEqualTo("last_profile");
    }

    @Test
    void nobody_reaches_what_is_somebody_elses() {
        account("ana@example.com");
        account("bob@example.com");
        TestClient ana = as(tokens("ana@example.com"));
        TestClient bob = as(tokens("bob@example.com"));
        String profile = ana.get("/auth/profiles/").json().path(0).path("id").asString();
        String session = ana.get("/auth/sessions/").json().path(0).path("id").asString();
        String pending = ana.patch("/auth/account/update/", "{\"email\":\"new@example.com\"}")
                .json()
                .path("pending_changes")
                .path(0)
                .path("challenge_id")
                .asString();
        auth.messages().dispatchDue();
        String before = ana.get("/auth/me/?client=mobile").text();
        List<TestClient.Reply> tried = List.of(
                bob.get("/auth/profiles/" + profile + "/"),
                bob.patch("/auth/profiles/" + profile + "/", "{\"first_name\":\"Bob\"}"),
                bob.delete("/auth/profiles/" + profile + "/", ""),
                bob.patch("/auth/profile/picture/", "{\"profile\":" + profile + ",\"picture\":\"AAAA\"}"),
                bob.post("/auth/profile/switch/", "{\"profile\":" + profile + ",\"client\":\"web\"}"),
                bob.delete("/auth/sessions/" + session + "/", ""));
        assertThat(tried).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(404));
        assertThat(bob.post(
                                "/auth/account/confirm-change/",
                                "{\"challenge_id\":\"" + pending + "\",\"code\":\"" + mailbox.code() + "\"}")
                        .status())
                .isEqualTo(401);
        assertThat(bob.post(
                                "/auth/admin/create-staff/",
                                "{\"email\":\"x@example.com\",\"password\":\"" + PASSWORD + "\"}")
                        .code())
                .isEqualTo("forbidden");
        assertThat(ana.get("/auth/me/?client=mobile").text()).isEqualTo(before);
    }

    @Test
    void fields_of_the_server_change_nothing_wherever_they_are_sent() {
        client.post(
                "/auth/register/",
                "{\"email\":\"ana@example.com\",\"password\":\"" + PASSWORD + "\",\"password_confirm\":\"" + PASSWORD
                        + "\",\"first_name\":\"Ana\",\"last_name_1\":\"Ruiz\",\"terms_and_conditions_accepted\":true,"
                        + EVERY_FIELD + "}");
        auth.messages().dispatchDue();
        confirm();
        TestClient ana = as(tokens("ana@example.com"));
        TestClient.Reply made = ana.post("/auth/profiles/", "{\"first_name\":\"Two\"," + EVERY_FIELD + "}");
        String before = ana.get("/auth/me/?client=mobile").text();
        String path = "/auth/profiles/" + made.json().path("id").asString() + "/";
        assertThat(ana.patch(path, "{" + EVERY_FIELD + "}").status()).isEqualTo(200);
        assertThat(ana.patch("/auth/account/update/", "{" + EVERY_FIELD + "}").status())
                .isEqualTo(200);
        assertThat(ana.get("/auth/me/?client=mobile").text()).isEqualTo(before);
        assertThat(ana.get("/auth/profiles/").json())
                .allSatisfy(
                        profile -> assertThat(profile.path("role").asString()).isEqualTo("USER"));
        assertThat(made.json().path("is_default").asBoolean()).isFalse();
        assertThat(made.json().path("picture").isNull()).isTrue();
        assertThat(made.json().path("settings")).isEmpty();
        assertThat(ana.post("/auth/admin/create-superuser/", "{\"email\":\"x@example.com\",\"password\":\"p\"}")
                        .status())
                .isEqualTo(403);
    }
}
