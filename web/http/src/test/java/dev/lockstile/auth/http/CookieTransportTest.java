package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.http.settings.HttpSettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an answer with cookies says beside them, and which cookies of a request count. */
class CookieTransportTest {

    private static final String LOGIN = "{\"login\":\"ana\",\"password\":\"p\",\"client\":\"web\"}";

    @Test
    void an_answer_with_cookies_tells_all_but_what_stands_in_them() {
        try (TestServer server = server()) {
            JsonNode plain = server.client().post("/auth/login/basic/", LOGIN).json();
            JsonNode told = byCookie(server).json();
            ObjectNode without = plain.deepCopy().asObject();
            without.remove(List.of("tokens", "trusted_device"));
            assertThat(without.size()).isPositive();
            assertThat(told.deepCopy().asObject().without("tokens")).isEqualTo(without);
        }
    }

    @Test
    void clean_names_name_the_token_for_the_header_too() {
        try (TestServer server =
                TestServer.of(new Fakes(), HttpSettings.defaults().allowCookies())) {
            JsonNode tokens = byCookie(server).json().path("tokens");
            assertThat(tokens.propertyNames()).containsExactly("csrfToken");
        }
    }

    @Test
    void the_token_for_the_header_is_no_digest_that_another_use_would_make() throws NoSuchAlgorithmException {
        try (TestServer server = server()) {
            byte[] bare = MessageDigest.getInstance("SHA-256").digest("the-refresh".getBytes(StandardCharsets.UTF_8));
            assertThat(byCookie(server).json().path("tokens").path("csrf_token").asString())
                    .isNotBlank()
                    .isNotEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(bare));
        }
    }

    @Test
    void an_empty_cookie_is_none_beside_a_right_one() {
        try (TestServer server = server()) {
            TestClient both = server.client().with("Cookie", "__Host-access=; __Host-access=" + Fakes.ACCESS);
            assertThat(both.get("/auth/sessions/").status()).isEqualTo(200);
        }
    }

    @Test
    void who_comes_by_a_header_gets_no_cookie_whatever_cookies_came_along() {
        try (TestServer server = server()) {
            TestClient both = server.client()
                    .with("Cookie", "__Host-access=" + Fakes.ACCESS)
                    .with("Authorization", "Bearer " + Fakes.ACCESS);
            TestClient.Reply renewed = both.post("/auth/step-up/", "{\"password\":\"p\"}");
            assertThat(renewed.status()).isEqualTo(200);
            assertThat(renewed.json().path("access").asString()).isEqualTo("the-access");
            assertThat(renewed.response().headers().allValues("Set-Cookie")).isEmpty();
        }
    }

    private static TestClient.Reply byCookie(TestServer server) {
        return server.client().with("X-Token-Transport", "cookie").post("/auth/login/basic/", LOGIN);
    }

    private static TestServer server() {
        return TestServer.of(
                new Fakes(), HttpSettings.defaults().withSnakeCase().allowCookies());
    }
}
