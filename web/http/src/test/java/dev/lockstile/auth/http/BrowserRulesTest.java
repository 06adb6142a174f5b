package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.http.settings.HttpSettings;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Cookies, other origins, and the headers that keep a browser from doing harm. */
class BrowserRulesTest {

    private static final String LOGIN = "{\"login\":\"ana\",\"password\":\"p\",\"client\":\"web\"}";
    private static final String ORIGIN = "https://app.example.com";

    @Test
    void a_browser_that_asks_gets_its_tokens_in_cookies_and_not_in_the_body() {
        try (TestServer server = server(HttpSettings.defaults().withSnakeCase().allowCookies())) {
            TestClient.Reply reply =
                    server.client().with("X-Token-Transport", "cookie").post("/auth/login/basic/", LOGIN);
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.text()).doesNotContain("the-access").doesNotContain("the-refresh");
            List<String> cookies = reply.response().headers().allValues("Set-Cookie");
            assertThat(cookies)
                    .hasSize(4)
                    .allSatisfy(cookie -> assertThat(cookie)
                            .startsWith("__Host-")
                            .contains("; Secure", "; SameSite=Strict", "; Path=/")
                            .doesNotContain("Domain"));
            assertThat(cookies)
                    .filteredOn(cookie -> cookie.contains("HttpOnly"))
                    .hasSize(3);
            assertThat(reply.json().has("trusted_device")).isFalse();
            assertThat(reply.json().path("tokens").path("csrf_token").asString())
                    .isNotBlank();
        }
    }

    @Test
    void cookies_are_set_only_where_they_are_allowed_and_asked_for() {
        try (TestServer server = server(HttpSettings.defaults().withSnakeCase())) {
            TestClient.Reply reply =
                    server.client().with("X-Token-Transport", "cookie").post("/auth/login/basic/", LOGIN);
            assertThat(reply.header("Set-Cookie")).isEmpty();
            assertThat(reply.json().path("tokens").path("accessToken").asString())
                    .isEqualTo("the-access");
            assertThat(server.client()
                            .with("Cookie", "__Host-access=" + Fakes.ACCESS)
                            .get("/auth/sessions/")
                            .status())
                    .isEqualTo(401);
        }
        try (TestServer server = server(HttpSettings.defaults().withSnakeCase().allowCookies())) {
            assertThat(server.client().post("/auth/login/basic/", LOGIN).header("Set-Cookie"))
                    .isEmpty();
        }
    }

    @Test
    void a_change_by_cookie_needs_the_token_that_only_this_origin_can_read() {
        try (TestServer server = server(HttpSettings.defaults().withSnakeCase().allowCookies())) {
            String csrf = server.client()
                    .with("X-Token-Transport", "cookie")
                    .post("/auth/login/basic/", LOGIN)
                    .json()
                    .path("tokens")
                    .path("csrf_token")
                    .asString();
            String cookies = "__Host-access=" + Fakes.ACCESS + "; __Host-refresh=the-refresh; __Host-csrf=";
            TestClient browser = server.client().with("Cookie", cookies + csrf);
            assertThat(browser.get("/auth/sessions/").status()).isEqualTo(200);
            assertThat(browser.post("/auth/logout/", "{}").code()).isEqualTo("csrf_failed");
            assertThat(browser.with("X-CSRF-Token", "x")
                            .post("/auth/logout/", "{}")
                            .code())
                    .isEqualTo("csrf_failed");
            assertThat(server.client()
                            .with("Cookie", cookies + "planted")
                            .with("X-CSRF-Token", "planted")
                            .post("/auth/logout/", "{}")
                            .code())
                    .isEqualTo("csrf_failed");
            assertThat(browser.with("X-CSRF-Token", csrf)
                            .with("Sec-Fetch-Site", "cross-site")
                            .post("/auth/logout/", "{}")
                            .code())
                    .isEqualTo("csrf_failed");
            TestClient.Reply refreshed =
                    browser.with("X-CSRF-Token", csrf).send("POST", "/auth/token/refresh/", new byte[0], "");
            assertThat(refreshed.status()).isEqualTo(200);
            assertThat(refreshed.text()).doesNotContain("the-refresh");
            TestClient.Reply out = browser.with("X-CSRF-Token", csrf).post("/auth/logout/", "{}");
            assertThat(out.status()).isEqualTo(204);
            assertThat(out.response().headers().allValues("Set-Cookie"))
                    .hasSize(3)
                    .allSatisfy(cookie -> assertThat(cookie).contains("Max-Age=0"));
        }
    }

    @Test
    void a_refresh_by_cookie_needs_it_as_well() {
        try (TestServer server = server(HttpSettings.defaults().withSnakeCase().allowCookies())) {
            String csrf = csrf(server);
            TestClient browser = server.client().with("Cookie", "__Host-refresh=the-refresh; __Host-csrf=" + csrf);
            assertThat(refresh(browser).code()).isEqualTo("csrf_failed");
            assertThat(refresh(browser.with("X-CSRF-Token", "x")).code()).isEqualTo("csrf_failed");
            assertThat(refresh(browser.with("X-CSRF-Token", csrf).with("Sec-Fetch-Site", "cross-site"))
                            .code())
                    .isEqualTo("csrf_failed");
            TestClient bare = server.client().with("Cookie", "__Host-refresh=the-refresh");
            assertThat(refresh(bare).code()).isEqualTo("csrf_failed");
            assertThat(refresh(bare.with("X-CSRF-Token", csrf)).code()).isEqualTo("csrf_failed");
            TestClient planted = server.client().with("Cookie", "__Host-refresh=the-refresh; __Host-csrf=planted");
            assertThat(refresh(planted.with("X-CSRF-Token", "planted")).code()).isEqualTo("csrf_failed");
            assertThat(refresh(browser.with("X-CSRF-Token", csrf)).status()).isEqualTo(200);
        }
    }

    @Test
    void a_header_goes_before_a_cookie_and_is_not_mended_by_one() {
        try (TestServer server = server(HttpSettings.defaults().withSnakeCase().allowCookies())) {
            TestClient cookie = server.client().with("Cookie", "__Host-access=" + Fakes.ACCESS);
            assertThat(cookie.get("/auth/sessions/").status()).isEqualTo(200);
            assertThat(cookie.with("Authorization", "Bearer somebody-elses")
                            .get("/auth/sessions/")
                            .code())
                    .as("the header is looked at, not the cookie")
                    .isEqualTo("invalid_token");
            assertThat(cookie.with("Authorization", "Basic YTpi")
                            .get("/auth/sessions/")
                            .status())
                    .isEqualTo(401);
            TestClient wrong = server.client().with("Cookie", "__Host-access=somebody-elses");
            assertThat(wrong.get("/auth/sessions/").code()).isEqualTo("invalid_token");
            assertThat(wrong.signedIn().get("/auth/sessions/").status()).isEqualTo(200);
            assertThat(wrong.signedIn().post("/auth/logout/", "{}").status())
                    .as("a header needs no other proof of where it comes from")
                    .isEqualTo(204);
        }
    }

    private static TestClient.Reply refresh(TestClient browser) {
        return browser.send("POST", "/auth/token/refresh/", new byte[0], "");
    }

    private static String csrf(TestServer server) {
        return server.client()
                .with("X-Token-Transport", "cookie")
                .post("/auth/login/basic/", LOGIN)
                .json()
                .path("tokens")
                .path("csrf_token")
                .asString();
    }

    @Test
    void what_came_in_cookies_never_goes_back_where_a_script_can_read_it() {
        try (TestServer server = server(HttpSettings.defaults().withSnakeCase().allowCookies())) {
            String csrf = server.client()
                    .with("X-Token-Transport", "cookie")
                    .post("/auth/login/basic/", LOGIN)
                    .json()
                    .path("tokens")
                    .path("csrf_token")
                    .asString();
            String cookies = "__Host-access=" + Fakes.ACCESS + "; __Host-refresh=the-refresh; __Host-csrf=" + csrf;
            TestClient script = server.client().with("Cookie", cookies).with("X-CSRF-Token", csrf);
            for (String client : List.of("\"web\"", "\"mobile\",\"device\":{\"notification_token\":\"p\"}")) {
                TestClient.Reply switched =
                        script.post("/auth/profile/switch/", "{\"profile\":12,\"client\":" + client + "}");
                assertThat(switched.status()).isEqualTo(200);
                assertThat(switched.text()).doesNotContain("the-access").doesNotContain("the-refresh");
                assertThat(switched.json().has("trusted_device")).isFalse();
                assertThat(switched.response().headers().allValues("Set-Cookie"))
                        .hasSize(4);
            }
            TestClient.Reply proven = script.post("/auth/step-up/", "{\"password\":\"p\"}");
            assertThat(proven.status()).isEqualTo(200);
            assertThat(proven.header("Set-Cookie")).startsWith("__Host-access=").contains("HttpOnly");
            assertThat(proven.json().has("access")).isFalse();
        }
    }

    @Test
    void two_cookies_of_one_name_are_none() {
        try (TestServer server = server(HttpSettings.defaults().withSnakeCase().allowCookies())) {
            TestClient both = server.client().with("Cookie", "__Host-access=" + Fakes.ACCESS + "; __Host-access=other");
            assertThat(both.get("/auth/sessions/").code()).isEqualTo("not_authenticated");
        }
    }

    @Test
    void scripts_of_an_origin_that_is_named_may_read_and_no_others() {
        try (TestServer server = server(HttpSettings.defaults().withSnakeCase().allowOrigins(Set.of(ORIGIN)))) {
            TestClient.Reply named = server.client().with("Origin", ORIGIN).post("/auth/login/basic/", LOGIN);
            assertThat(named.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
            assertThat(named.header("Access-Control-Allow-Credentials")).isEmpty();
            assertThat(named.header("Vary")).contains("Origin");
            TestClient.Reply preflight = server.client()
                    .with("Origin", ORIGIN)
                    .with("Access-Control-Request-Method", "PATCH")
                    .send("OPTIONS", "/auth/account/update/", new byte[0], "");
            assertThat(preflight.status()).isEqualTo(204);
            assertThat(preflight.header("Access-Control-Allow-Methods")).contains("PATCH");
            for (String other :
                    List.of("https://evil.example", "null", ORIGIN + ".evil.example", "http://app.example.com")) {
                TestClient.Reply reply = server.client().with("Origin", other).post("/auth/login/basic/", LOGIN);
                assertThat(reply.header("Access-Control-Allow-Origin"))
                        .as(other)
                        .isEmpty();
            }
        }
        assertThatThrownBy(() -> HttpSettings.defaults().withSnakeCase().allowOrigins(Set.of("*")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_answer_tells_the_browser_to_keep_and_to_run_nothing() {
        try (TestServer server = server(HttpSettings.defaults().withSnakeCase())) {
            for (TestClient.Reply reply : List.of(
                    server.client().get("/auth/nothing"),
                    server.client().signedIn().get("/auth/me/?client=web"),
                    server.client().post("/auth/login/basic/", "{"))) {
                assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
                assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
                assertThat(reply.header("Content-Security-Policy"))
                        .isEqualTo("default-src 'none'; frame-ancestors 'none'");
                assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
                assertThat(reply.header("Access-Control-Allow-Origin")).isEmpty();
            }
        }
    }

    @Test
    void paths_of_social_login_are_off_by_a_code_of_their_own() {
        Fakes off = new Fakes().answering("providers", List.of());
        try (TestServer server = TestServer.of(off, HttpSettings.defaults().withSnakeCase())) {
            for (String path : List.of("", "precheck/", "link/", "unlink/")) {
                TestClient.Reply reply = server.client().post("/auth/login/social/" + path, "{}");
                assertThat(reply.status()).isEqualTo(404);
                assertThat(reply.code()).isEqualTo("social_login_off");
            }
        }
    }

    @Test
    void all_paths_of_social_login_are_off_before_a_token_is_asked_for() {
        Fakes off = new Fakes().answering("providers", List.of());
        try (TestServer server = TestServer.of(off, HttpSettings.defaults().withSnakeCase())) {
            for (String path : List.of("nonce/", "start/", "finish/", "link/", "unlink/", "callback/corp/")) {
                assertThat(server.client()
                                .post("/auth/login/social/" + path, "{}")
                                .code())
                        .as(path)
                        .isEqualTo("social_login_off");
            }
            for (String path : List.of("accounts/", "callback/corp/")) {
                assertThat(server.client().get("/auth/login/social/" + path).code())
                        .as(path)
                        .isEqualTo("social_login_off");
            }
        }
    }

    private static TestServer server(HttpSettings settings) {
        return TestServer.of(new Fakes(), settings);
    }
}
