package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.http.settings.HttpSettings;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Clients that never got the answer to a refresh and come back later, where the host allows a retry. */
class LostRefreshTest extends WholeStack {

    private static final String DEVICE = "\"client\":\"mobile\",\"device\":{\"token\":\"phone-1\"";

    @Override
    AuthSettings chosen(AuthSettings settings) {
        return settings.withSessions(settings.sessions().allowRefreshRetry());
    }

    @Override
    HttpSettings served() {
        return super.served().allowCookies();
    }

    @BeforeEach
    void member() {
        account("ana@example.com");
    }

    @Test
    void a_phone_that_names_its_device_goes_on() {
        String old = phone();
        assertThat(refreshed(old, DEVICE + "}").status()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(12));
        TestClient.Reply again = refreshed(old, DEVICE + "}");
        assertThat(again.status()).isEqualTo(200);
        assertThat(refreshed(again.json().path("refresh").asString(), DEVICE + "}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_phone_that_does_not_name_its_device_is_signed_out() {
        String old = phone();
        String next = refreshed(old, DEVICE + "}").json().path("refresh").asString();
        clock.advance(Duration.ofSeconds(12));
        assertThat(refresh(old).code()).isEqualTo("invalid_token");
        assertThat(refreshed(next, DEVICE + "}").code()).isEqualTo("invalid_token");
    }

    @Test
    void a_browser_with_cookies_goes_on() {
        TestClient browser = browser();
        assertThat(cookies(refreshed(browser))).contains("__Host-refresh=");
        clock.advance(Duration.ofSeconds(12));
        TestClient.Reply again = refreshed(browser);
        assertThat(again.status()).isEqualTo(200);
        assertThat(refreshed(with(again)).status()).isEqualTo(200);
        assertThat(refreshed(browser).code()).as("its successor was used").isEqualTo("invalid_token");
    }

    private String phone() {
        JsonNode in = client.post(
                        "/auth/login/basic/",
                        "{\"login\":\"ana@example.com\",\"password\":\"" + PASSWORD + "\"," + DEVICE
                                + ",\"notification_token\":\"push-1\"}}")
                .json();
        return in.path("tokens").path("refreshToken").asString();
    }

    private TestClient.Reply refreshed(String token, String named) {
        return client.post("/auth/token/refresh/", "{\"refresh\":\"" + token + "\"," + named + "}");
    }

    private TestClient browser() {
        TestClient.Reply in = client.with("X-Token-Transport", "cookie")
                .post(
                        "/auth/login/basic/",
                        "{\"login\":\"ana@example.com\",\"password\":\"" + PASSWORD + "\",\"client\":\"web\"}");
        return with(in);
    }

    private TestClient with(TestClient.Reply reply) {
        String cookies = cookies(reply);
        String csrf = cookies.replaceFirst(".*__Host-csrf=", "").replaceFirst(";.*", "");
        return client.with("Cookie", cookies).with("X-CSRF-Token", csrf);
    }

    private static String cookies(TestClient.Reply reply) {
        return reply.response().headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.replaceFirst(";.*", ""))
                .collect(Collectors.joining("; "));
    }

    private static TestClient.Reply refreshed(TestClient browser) {
        return browser.send("POST", "/auth/token/refresh/", new byte[0], "");
    }
}
