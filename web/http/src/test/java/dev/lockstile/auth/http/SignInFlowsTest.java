package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Codes, tokens, sessions and profiles, over HTTP from end to end. */
class SignInFlowsTest extends WholeStack {

    @Test
    void a_refresh_token_works_once_and_its_second_use_ends_the_session() {
        account("ana@example.com");
        JsonNode tokens = tokens("ana@example.com");
        String first = tokens.path("refreshToken").asString();
        JsonNode second = refresh(first).json();

        assertThat(refresh(first).code()).isEqualTo("invalid_token");
        assertThat(refresh(second.path("refresh").asString()).code()).isEqualTo("invalid_token");
        assertThat(as(tokens).get("/auth/me/?client=web").code()).isEqualTo("invalid_token");
        assertThat(as(tokens).get("/auth/sessions/").code()).isEqualTo("invalid_token");
    }

    @Test
    void an_access_token_has_its_time() {
        account("ana@example.com");
        TestClient ana = as(tokens("ana@example.com"));
        clock.advance(Duration.ofMinutes(11));

        assertThat(ana.get("/auth/sessions/").code()).isEqualTo("invalid_token");
    }

    @Test
    void one_logs_out_of_one_session_or_of_all() {
        account("ana@example.com");
        JsonNode first = tokens("ana@example.com");
        JsonNode second = tokens("ana@example.com");
        String id = as(second).get("/auth/sessions/").json().path(1).path("id").asString();

        assertThat(as(second)
                        .send("DELETE", "/auth/sessions/" + id + "/", new byte[0], "")
                        .status())
                .isEqualTo(204);
        assertThat(refresh(first.path("refreshToken").asString()).status()).isEqualTo(401);
        assertThat(as(second)
                        .send("DELETE", "/auth/sessions/" + id + "/", new byte[0], "")
                        .status())
                .isEqualTo(404);
        assertThat(as(second).post("/auth/logout/all/", "{}").status()).isEqualTo(204);
        assertThat(refresh(second.path("refreshToken").asString()).status()).isEqualTo(401);
    }

    @Test
    void a_code_signs_a_mobile_client_in_once() {
        account("ana@example.com");
        TestClient.Reply asked =
                client.post("/auth/otp/request/", "{\"email\":\"ana@example.com\",\"channel\":\"email\"}");
        auth.messages().dispatchDue();
        assertThat(asked.status()).isEqualTo(201);
        assertThat(client.post("/auth/otp/request/", "{\"email\":\"ana@example.com\",\"channel\":\"email\"}")
                        .header("Retry-After"))
                .isEqualTo("60");
        String verify = "{\"email\":\"ana@example.com\",\"code\":\"" + mailbox.code() + "\",\"challenge_id\":\""
                + asked.json().path("challenge_id").asString()
                + "\",\"client\":\"mobile\",\"device\":{\"notification_token\":\"push\"}}";

        assertThat(client.post("/auth/otp/verify/", verify.replace("push", "  "))
                        .fields())
                .containsExactly("device");
        TestClient.Reply in = client.post("/auth/otp/verify/", verify);

        assertThat(in.status()).isEqualTo(200);
        assertThat(in.json().path("device_registered").asBoolean()).isTrue();
        assertThat(client.post("/auth/otp/verify/", verify).code()).isEqualTo("invalid_code");
    }

    @Test
    void an_unknown_address_gets_the_same_answer_to_a_request_for_a_code() {
        account("ana@example.com");
        JsonNode known = client.post("/auth/otp/request/", "{\"email\":\"ana@example.com\",\"channel\":\"email\"}")
                .json();
        JsonNode unknown = client.post("/auth/otp/request/", "{\"email\":\"no@example.com\",\"channel\":\"email\"}")
                .json();

        assertThat(unknown.propertyNames()).isEqualTo(known.propertyNames());
        assertThat(unknown.path("user_exist")).isEqualTo(known.path("user_exist"));
    }

    @Test
    void only_an_own_profile_can_be_acted_in() {
        account("ana@example.com");
        account("bea@example.com");
        TestClient ana = as(tokens("ana@example.com"));
        JsonNode bea = as(tokens("bea@example.com")).get("/auth/me/?client=web").json();
        long own = ana.get("/auth/me/?client=web")
                .json()
                .path("active_profile")
                .path("id")
                .asLong();
        long foreign = bea.path("active_profile").path("id").asLong();

        assertThat(ana.post("/auth/profile/switch/", "{\"profile\":" + own + ",\"client\":\"web\"}")
                        .status())
                .isEqualTo(200);
        TestClient.Reply refused =
                ana.post("/auth/profile/switch/", "{\"profile\":" + foreign + ",\"client\":\"web\"}");
        assertThat(refused.code()).isEqualTo("profile_not_found");
        assertThat(refused.status()).isEqualTo(404);
    }
}
