package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SessionEndpointsTest extends WithServer {

    @Test
    void a_refresh_token_gives_a_new_pair() {
        assertThat(client.post("/auth/token/refresh/", "{\"refresh\":\"r\"}").json())
                .hasToString("{\"access\":\"the-access\",\"refresh\":\"the-refresh\"}");
        fakes.answering("refresh", Outcome.refused(Refusal.INVALID_TOKEN));

        TestClient.Reply refused = client.post("/auth/token/refresh/", "{\"refresh\":\"r\"}");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.code()).isEqualTo("invalid_token");
        assertThat(client.post("/auth/token/refresh/", "{\"refresh\":\"\"}").fields())
                .containsExactly("refresh");
    }

    @ParameterizedTest
    @CsvSource({"/auth/logout,logout", "/auth/logout/,logout", "/auth/logout/all/,logoutAll"})
    void a_session_is_ended(String path, String verb) {
        TestClient.Reply reply = client.signedIn().send("POST", path, new byte[0], "");

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.text()).isEmpty();
        assertThat(reply.header("Content-Type")).isEmpty();
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(fakes.asked()).containsExactly(verb, Samples.CALLER);
    }

    @Test
    void sessions_are_listed_without_secrets() {
        assertThat(client.signedIn().get("/auth/sessions/").json())
                .hasToString("[{\"id\":\"session-1\",\"client\":\"web\",\"device_label\":\"Firefox\","
                        + "\"address\":\"203.0.113.0\",\"created_at\":\"2026-03-01T11:59:00Z\","
                        + "\"last_used_at\":\"2026-03-01T12:00:00Z\",\"current\":true,\"by_staff\":false}]");
    }

    @Test
    void a_session_that_is_over_sees_no_list() {
        fakes.answering("list", List.of());

        assertThat(client.signedIn().get("/auth/sessions/").code()).isEqualTo("invalid_token");
    }

    @Test
    void one_session_is_ended_by_its_id() {
        TestClient signedIn = client.signedIn();
        assertThat(signedIn.send("DELETE", "/auth/sessions/a%20b-_x/", new byte[0], "")
                        .status())
                .isEqualTo(204);
        assertThat(fakes.lastAsked(SessionId.class)).isEqualTo(new SessionId("a b-_x"));
        fakes.answering("end", false);

        TestClient.Reply foreign = signedIn.send("DELETE", "/auth/sessions/other", new byte[0], "");

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.code()).isEqualTo("not_found");
        assertThat(signedIn.send("DELETE", "/auth/sessions/" + "x".repeat(300), new byte[0], "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_public_keys_go_out_to_the_letter() {
        TestClient.Reply reply = client.get("/auth/.well-known/jwks.json");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).isEqualTo(fakes.publicKeys());
    }

    @Test
    void me_shows_the_login_payload_without_tokens() {
        JsonNode web = client.signedIn().get("/auth/me/?client=web").json();
        JsonNode mobile =
                client.signedIn().get("/auth/me?device_token=%25&client=mobile").json();

        assertThat(web.propertyNames())
                .containsExactlyInAnyOrder(
                        "user",
                        "active_profile",
                        "user_settings",
                        "profile_settings",
                        "terms_and_conditions",
                        "profile_completion_required");
        assertThat(mobile.path("id").asLong()).isEqualTo(7);
        assertThat(mobile.has("tokens")).isFalse();
        assertThat(mobile.has("profiles")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?client=", "?client=tv", "?client=web&client=mobile", "?client=%25zz", "?Client=web"})
    void me_wants_to_know_the_client(String query) {
        TestClient.Reply reply = client.signedIn().get("/auth/me/" + query);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.fields()).containsExactly("client");
    }

    @Test
    void me_after_the_session_is_over_is_refused() {
        fakes.answering("me", Outcome.refused(Refusal.SESSION_ENDED));

        assertThat(client.signedIn().get("/auth/me/?client=web").code()).isEqualTo("invalid_token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic YTpi", "Bearers x", "", "good.access.token"})
    void without_a_bearer_token_nobody_is_authenticated(String header) {
        TestClient.Reply reply = client.with("Authorization", header).get("/auth/me/?client=web");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.code()).isEqualTo("not_authenticated");
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(client.get("/auth/sessions/").code()).isEqualTo("not_authenticated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer wrong",
                "Bearer  good.access.token",
                "Bearer good.access.token x",
                "Bearer good.access.token,good.access.token",
                "Bearer \tgood.access.token",
                "Bearer \"good.access.token\""
            })
    void a_token_in_any_other_form_is_refused(String header) {
        TestClient.Reply reply = client.with("Authorization", header).get("/auth/me/?client=web");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.code()).isEqualTo("invalid_token");
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
    }

    @Test
    void the_scheme_may_be_in_any_case_but_there_is_one_header() {
        String token = Fakes.ACCESS;
        assertThat(client.with("Authorization", "bEARER " + token)
                        .get("/auth/me/?client=web")
                        .status())
                .isEqualTo(200);
        assertThat(client.signedIn().signedIn().get("/auth/me/?client=web").code())
                .isEqualTo("invalid_token");
        assertThat(client.get("/auth/me/?client=web&access_token=" + token).code())
                .isEqualTo("not_authenticated");
    }

    @Test
    void who_is_not_let_in_has_no_body_read() {
        TestClient.Reply reply = client.post("/auth/profile/switch/", "{not json");

        assertThat(reply.status()).isEqualTo(401);
    }
}
