package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.outcome.Outcome;
import org.junit.jupiter.api.Test;

/** How the host's check for people reaches a client, and what the client shows reaches the check. */
class HumanCheckEndpointsTest extends WithServer {

    private static final String LOGIN = "{\"login\":\"ana\",\"password\":\"p\",\"client\":\"web\"}";
    private static final String CODE = "{\"email\":\"ana@example.com\",\"channel\":\"email\"}";
    private static final String RESET = "{\"email\":\"ana@example.com\"}";
    private static final String REGISTER = "{\"email\":\"ana@example.com\",\"password\":\"plum harbour 4417\","
            + "\"password_confirm\":\"plum harbour 4417\",\"first_name\":\"Ana\",\"last_name_1\":\"Ruiz\","
            + "\"terms_and_conditions_accepted\":true}";

    @Test
    void what_the_check_wants_is_told_with_a_code_of_its_own() {
        fakes.answering("signIn", Outcome.humanCheck("site-key"));
        fakes.answering("requestReset", Outcome.humanCheck("site-key"));
        fakes.answering("register", Outcome.humanCheck("site-key"));
        fakes.answering("request", Outcome.humanCheck("site-key"));
        isTold(client.post("/auth/login/basic/", LOGIN));
        isTold(client.post("/auth/password-reset/request/", RESET));
        isTold(client.post("/auth/register/", REGISTER));
        isTold(client.post("/auth/otp/request/", CODE));
    }

    @Test
    void clean_names_name_what_the_check_wants_too() {
        fakes.answering("signIn", Outcome.humanCheck("site-key"));
        try (TestServer clean = TestServer.of(fakes, HttpSettings.defaults())) {
            TestClient.Reply reply = clean.client().post("/auth/login/basic/", LOGIN);
            assertThat(reply.json().path("humanCheck").asString()).isEqualTo("site-key");
        }
    }

    private static void isTold(TestClient.Reply reply) {
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.code()).isEqualTo("human_check_required");
        assertThat(reply.json().path("human_check").asString()).isEqualTo("site-key");
    }

    @Test
    void what_the_client_shows_reaches_the_services() {
        TestClient person = client.with("X-Human-Check", "answer").with("X-Trusted-Device", "s.id.mac");
        person.post("/auth/login/basic/", LOGIN);
        assertThat(fakes.lastAsked(PasswordLogin.Request.class)
                        .client()
                        .evidence()
                        .humanProof())
                .isEqualTo("answer");
        person.post("/auth/password-reset/request/", RESET);
        assertThat(fakes.lastAsked(ResetRequest.class).evidence().humanProof()).isEqualTo("answer");
        person.post("/auth/otp/request/", CODE);
        assertThat(fakes.lastAsked(CodeLogin.Request.class).evidence().humanProof())
                .isEqualTo("answer");
        assertThat(fakes.lastAsked(CodeLogin.Request.class).evidence().trustedDevice())
                .isNotNull();
        client.with("X-Human-Check", "x".repeat(5000)).post("/auth/otp/request/", CODE);
        assertThat(fakes.lastAsked(CodeLogin.Request.class).evidence().humanProof())
                .as("too long to be one")
                .isNull();
    }
}
