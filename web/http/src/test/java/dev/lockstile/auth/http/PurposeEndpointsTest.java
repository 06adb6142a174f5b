package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.otp.PurposeSettings;
import org.junit.jupiter.api.Test;

/** Codes of the host's own purposes over HTTP: off unless the host offers them, and for callers alone. */
class PurposeEndpointsTest extends WholeStack {

    private static final String DATA = "\"data\":\"order 4711\"";

    @Override
    AuthBuilder wired(AuthBuilder builder) {
        return builder.purpose(PurposeSettings.named("pick-up"))
                .purpose(PurposeSettings.named("pay"))
                .purpose(PurposeSettings.named("desk").handBack());
    }

    @Override
    HttpSettings served() {
        return HttpSettings.defaults().offerPurposes("pick-up");
    }

    @Test
    void a_caller_asks_for_a_code_and_verifies_it_once() {
        account("ana@example.com");
        TestClient ana = as(tokens("ana@example.com"));
        String challenge = ask(ana);
        String body = verification(challenge, mailbox.code(), DATA);
        assertThat(ana.post("/auth/codes/pick-up/verify/", verification(challenge, mailbox.code(), "\"data\":\"x\""))
                        .status())
                .isEqualTo(401);
        assertThat(ana.post("/auth/codes/pick-up/verify/", body).status()).isEqualTo(200);
        TestClient.Reply again = ana.post("/auth/codes/pick-up/verify/", body);
        assertThat(again.status()).isEqualTo(401);
        assertThat(again.json().path("code").asString()).isEqualTo("invalid_code");
        assertThat(ana.post("/auth/codes/pick-up/", "{}").status())
                .as("the cool-down")
                .isEqualTo(429);
    }

    @Test
    void a_code_of_another_caller_is_a_wrong_one() {
        account("ana@example.com");
        String challenge = ask(as(tokens("ana@example.com")));
        String code = mailbox.code();
        account("eve@example.com");
        TestClient eve = as(tokens("eve@example.com"));
        assertThat(eve.post("/auth/codes/pick-up/verify/", verification(challenge, code, DATA))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void without_a_token_nothing_is_asked_for_and_what_is_not_offered_is_not_there() {
        account("ana@example.com");
        TestClient ana = as(tokens("ana@example.com"));
        assertThat(client.post("/auth/codes/pick-up/", "{}").status()).isEqualTo(401);
        assertThat(client.post("/auth/codes/pick-up/verify/", verification("c", "12345678", DATA))
                        .status())
                .isEqualTo(401);
        for (String path : new String[] {"pay", "desk", "login", "own:pick-up", "pick-up/x"}) {
            assertThat(ana.post("/auth/codes/" + path + "/", "{}").status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(ana.post("/auth/codes/pick-up/", "{\"channel\":\"sms\"}").status())
                .as("no number is proven")
                .isEqualTo(409);
    }

    @Test
    void what_was_not_declared_or_is_handed_back_is_told_at_the_start() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AuthServlet(auth, HttpSettings.defaults().offerPurposes("nothing")));
        assertThatThrownBy(() -> new AuthServlet(auth, HttpSettings.defaults().offerPurposes("desk")))
                .isInstanceOf(AuthSetupException.class)
                .hasMessageContaining("purpose-handed-back");
    }

    private String ask(TestClient caller) {
        TestClient.Reply asked = caller.post("/auth/codes/pick-up/", "{" + DATA + ",\"channel\":\"email\"}");
        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.json().path("channel").asString()).isEqualTo("email");
        auth.messages().dispatchDue();
        return asked.json().path("challenge_id").asString();
    }

    private static String verification(String challenge, String code, String data) {
        return "{\"challenge_id\":\"" + challenge + "\",\"code\":\"" + code + "\"," + data + "}";
    }
}
