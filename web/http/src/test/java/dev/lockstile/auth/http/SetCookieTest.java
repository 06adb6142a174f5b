package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.http.settings.HttpSettings;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every cookie that a session begins, renews and ends with, and all its attributes. */
class SetCookieTest extends WithServer {

    private static final String LOGIN = "{\"login\":\"ana\",\"password\":\"p\",\"client\":\"web\"}";
    private static final String HIDDEN = "HttpOnly Path=/ SameSite=Strict Secure";
    private static final String READABLE = "Path=/ SameSite=Strict Secure";
    private static final String GONE = "Max-Age=0 Path=/ SameSite=Strict Secure";
    private static final String DEVICE = "HttpOnly Max-Age=2592000 Path=/ SameSite=Strict Secure";

    @Override
    HttpSettings settings() {
        return super.settings().withSnakeCase().allowCookies();
    }

    @Test
    void a_sign_in_sets_its_cookies() {
        assertThat(cookies(signIn()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "__Host-access", HIDDEN,
                        "__Host-refresh", HIDDEN,
                        "__Host-csrf", READABLE,
                        "__Host-device", DEVICE));
    }

    @Test
    void a_refresh_sets_the_pair_anew() {
        TestClient.Reply renewed = browser().send("POST", "/auth/token/refresh/", new byte[0], "");
        assertThat(renewed.status()).isEqualTo(200);
        assertThat(cookies(renewed))
                .containsAllEntriesOf(
                        Map.of("__Host-access", HIDDEN, "__Host-refresh", HIDDEN, "__Host-csrf", READABLE));
    }

    @Test
    void a_sign_out_here_and_everywhere_takes_the_cookies_away() {
        for (String path : new String[] {"/auth/logout/", "/auth/logout/all/"}) {
            TestClient.Reply out = browser().post(path, "{}");
            assertThat(out.status()).as(path).isEqualTo(204);
            assertThat(cookies(out))
                    .as(path)
                    .containsExactlyInAnyOrderEntriesOf(
                            Map.of("__Host-access", GONE, "__Host-refresh", GONE, "__Host-csrf", GONE));
        }
    }

    private TestClient.Reply signIn() {
        return client.with("X-Token-Transport", "cookie").post("/auth/login/basic/", LOGIN);
    }

    private TestClient browser() {
        String csrf = signIn().json().path("tokens").path("csrf_token").asString();
        return client.with(
                        "Cookie", "__Host-access=" + Fakes.ACCESS + "; __Host-refresh=the-refresh; __Host-csrf=" + csrf)
                .with("X-CSRF-Token", csrf);
    }

    private static Map<String, String> cookies(TestClient.Reply reply) {
        Map<String, String> found = new TreeMap<>();
        reply.response().headers().allValues("Set-Cookie").forEach(cookie -> {
            String[] parts = cookie.split("; ");
            found.put(
                    parts[0].substring(0, parts[0].indexOf('=')),
                    Arrays.stream(parts).skip(1).collect(Collectors.toCollection(TreeSet::new)).stream()
                            .collect(Collectors.joining(" ")));
        });
        return found;
    }
}
