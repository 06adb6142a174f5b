package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.http.settings.HttpSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How clients keep and show what lets their owner in while strangers guess, over the real services. */
class TrustedDeviceTest extends WholeStack {

    private static final String ADDRESS = "ana@example.com";
    private static final String WRONG = "wrong horse battery staple";

    private TestServer reached;

    @BeforeEach
    void reach() {
        HttpSettings settings = HttpSettings.defaults()
                .withSnakeCase()
                .withClock(clock)
                .allowCookies()
                .withClientAddress(request -> request.getHeader("X-Test-Address"));
        reached = new TestServer(new AuthServlet(auth, settings));
        account(ADDRESS);
    }

    @AfterEach
    void close() {
        reached.close();
    }

    private TestClient at(String address) {
        return reached.client().with("X-Test-Address", address);
    }

    private static TestClient.Reply login(TestClient client, String password) {
        return client.post(
                "/auth/login/basic/",
                "{\"login\":\"" + ADDRESS + "\",\"password\":\"" + password + "\",\"client\":\"web\"}");
    }

    private void strangersGuess() {
        for (int i = 0; i < 12; i++) {
            assertThat(login(at("203.0.113." + i), WRONG).status()).isEqualTo(401);
        }
    }

    @Test
    void a_client_that_keeps_the_token_of_its_sign_in_shows_it_in_a_header() {
        String device = login(at("198.51.100.1"), PASSWORD)
                .json()
                .path("trusted_device")
                .asString();
        strangersGuess();
        assertThat(login(at("198.51.100.9"), PASSWORD).code()).isEqualTo("invalid_credentials");
        assertThat(login(at("198.51.100.9").with("X-Trusted-Device", "made.up"), PASSWORD)
                        .code())
                .isEqualTo("invalid_credentials");
        assertThat(login(at("198.51.100.9").with("X-Trusted-Device", device), PASSWORD)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_browser_keeps_it_in_a_cookie_that_a_logout_leaves() {
        TestClient.Reply in = login(at("198.51.100.1").with("X-Token-Transport", "cookie"), PASSWORD);
        assertThat(in.json().has("trusted_device")).isFalse();
        String cookie = in.response().headers().allValues("Set-Cookie").stream()
                .filter(set -> set.startsWith("__Host-device="))
                .findFirst()
                .orElseThrow();
        assertThat(cookie).contains("; HttpOnly", "; Secure", "; SameSite=Strict", "; Path=/", "; Max-Age=2592000");
        strangersGuess();
        assertThat(login(at("198.51.100.9").with("Cookie", cookie.split(";")[0]), PASSWORD)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoever_resets_the_password_is_let_in_while_strangers_go_on() {
        strangersGuess();
        at("198.51.100.2").post("/auth/password-reset/request/", "{\"email\":\"" + ADDRESS + "\"}");
        auth.messages().dispatchDue();
        String next = "copper lantern in the harbour";
        TestClient.Reply reset = at("198.51.100.2")
                .post(
                        "/auth/password-reset/confirm/",
                        "{" + mailbox.link() + ",\"new_password\":\"" + next + "\",\"new_password_confirm\":\"" + next
                                + "\"}");
        assertThat(reset.status()).isEqualTo(200);
        strangersGuess();
        assertThat(login(at("198.51.100.9"), next).code()).isEqualTo("invalid_credentials");
        String device = reset.json().path("trusted_device").asString();
        assertThat(login(at("198.51.100.9").with("X-Trusted-Device", device), next)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void resets_by_strangers_do_not_make_the_owners_own_a_429() {
        for (int i = 0; i < 30; i++) {
            assertThat(at("203.0.113." + i)
                            .post("/auth/password-reset/request/", "{\"email\":\"" + ADDRESS + "\"}")
                            .status())
                    .isEqualTo(200);
        }
        assertThat(at("198.51.100.2")
                        .post("/auth/password-reset/request/", "{\"email\":\"" + ADDRESS + "\"}")
                        .status())
                .isEqualTo(200);
    }
}
