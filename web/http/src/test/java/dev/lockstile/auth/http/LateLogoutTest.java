package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Signing out with tokens whose time is up, and with tokens that are none. */
class LateLogoutTest extends WithServer {

    private static final String LOGIN = "{\"login\":\"ana\",\"password\":\"p\",\"client\":\"web\"}";

    @Override
    HttpSettings settings() {
        return super.settings().withSnakeCase().allowCookies();
    }

    @Test
    void an_expired_access_cookie_signs_out_and_takes_the_cookies_away() {
        TestClient.Reply reply = logout(browser("__Host-access=late-access; "));
        assertThat(reply.status()).isEqualTo(204);
        assertThat(cleared(reply)).hasSize(3);
        assertThat(fakes.asked()).contains(Secret.of("the-refresh"));
    }

    @Test
    void the_refresh_cookie_alone_signs_out() {
        TestClient.Reply reply = logout(browser(""));
        assertThat(reply.status()).isEqualTo(204);
        assertThat(cleared(reply)).hasSize(3);
    }

    @Test
    void an_expired_token_in_the_header_signs_out() {
        assertThat(logout(client.with("Authorization", "Bearer late-access")).status())
                .isEqualTo(204);
    }

    @Test
    void a_refresh_token_in_the_body_signs_out() {
        assertThat(client.post("/auth/logout/", "{\"refresh\":\"the-refresh\"}").status())
                .isEqualTo(204);
        assertThat(client.post("/auth/logout/", "{\"refresh\":\"made-up\"}").code())
                .isEqualTo("not_authenticated");
    }

    @Test
    void a_refresh_token_in_the_body_signs_out_beside_a_token_that_ends_nothing() {
        String body = "{\"refresh\":\"the-refresh\"}";
        assertThat(client.with("Authorization", "Bearer of-a-lost-key")
                        .post("/auth/logout/", body)
                        .status())
                .isEqualTo(204);
        TestClient.Reply reply = client.with("Cookie", "__Host-access=of-a-lost-key; __Host-csrf=x")
                .with("X-CSRF-Token", "x")
                .post("/auth/logout/", body);
        assertThat(reply.status()).isEqualTo(204);
        assertThat(cleared(reply)).hasSize(3);
    }

    @Test
    void the_body_is_not_looked_at_where_another_token_ended_the_session() {
        assertThat(client.with("Authorization", "Bearer late-access")
                        .post("/auth/logout/", "{\"refresh\":\"made-up\"}")
                        .status())
                .isEqualTo(204);
        assertThat(fakes.asked()).containsExactly(Secret.of("late-access"));
    }

    @Test
    void a_made_up_token_ends_nothing_and_the_cookies_go() {
        TestClient.Reply reply = logout(
                client.with("Cookie", "__Host-access=made-up; __Host-csrf=x").with("X-CSRF-Token", "x"));
        assertThat(reply.code()).isEqualTo("invalid_token");
        assertThat(cleared(reply)).hasSize(3);
    }

    @Test
    void cookies_without_the_header_of_their_origin_end_nothing() {
        TestClient.Reply reply = logout(client.with("Cookie", "__Host-refresh=the-refresh; __Host-csrf=x"));
        assertThat(reply.code()).isEqualTo("csrf_failed");
        assertThat(fakes.asked()).isEmpty();
    }

    private static TestClient.Reply logout(TestClient from) {
        return from.send("POST", "/auth/logout/", "".getBytes(StandardCharsets.UTF_8), "");
    }

    private TestClient browser(String access) {
        String csrf = client.with("X-Token-Transport", "cookie")
                .post("/auth/login/basic/", LOGIN)
                .json()
                .path("tokens")
                .path("csrf_token")
                .asString();
        return client.with("Cookie", access + "__Host-refresh=the-refresh; __Host-csrf=" + csrf)
                .with("X-CSRF-Token", csrf);
    }

    private static List<String> cleared(TestClient.Reply reply) {
        return reply.response().headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.contains("=; Max-Age=0"))
                .toList();
    }
}
