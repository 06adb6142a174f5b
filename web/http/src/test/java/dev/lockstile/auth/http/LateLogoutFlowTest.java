package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.http.settings.HttpSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Signing out of a browser whose cookies are older than the session's tokens, over the real services. */
final class LateLogoutFlowTest extends WholeStack {

    private static final String EMAIL = "ana@acme.example";

    @Override
    HttpSettings served() {
        return HttpSettings.defaults().allowCookies();
    }

    @Test
    void a_refresh_token_that_another_tab_has_used_ends_the_session() {
        Browser old = signedIn();
        clock.advance(Duration.ofHours(1));
        Browser fresh = old.refreshed();
        assertThat(fresh.sessions()).isEqualTo(200);
        assertThat(logout(old.client()).status()).isEqualTo(204);
        assertThat(fresh.sessions()).isEqualTo(401);
        assertThat(fresh.refresh().status()).isEqualTo(401);
    }

    @Test
    void tokens_of_which_both_are_over_take_the_cookies_away() {
        Browser old = signedIn();
        clock.advance(Duration.ofDays(800));
        TestClient.Reply reply = logout(old.client());
        assertThat(reply.status()).isIn(204, 401);
        assertThat(cleared(reply)).hasSize(3);
    }

    @Test
    void signing_out_twice_takes_the_cookies_away_twice() {
        Browser old = signedIn();
        assertThat(logout(old.client()).status()).isEqualTo(204);
        TestClient.Reply again = logout(old.client());
        assertThat(again.status()).isIn(204, 401);
        assertThat(cleared(again)).hasSize(3);
    }

    @Test
    void a_body_of_any_kind_beside_the_cookies_signs_out() {
        for (String body : List.of("{}", "null", "", "{\"refresh\":null}", "{\"refresh\":\"\"}")) {
            Browser old = signedIn();
            clock.advance(Duration.ofHours(1));
            TestClient.Reply reply = old.client().post("/auth/logout/", body);
            assertThat(reply.status()).as(body).isEqualTo(204);
            assertThat(cleared(reply)).as(body).hasSize(3);
            assertThat(old.refresh().status()).as(body).isEqualTo(401);
        }
    }

    private Browser signedIn() {
        if (mailbox.count() == 0) {
            account(EMAIL);
        }
        clock.advance(Duration.ofMinutes(10));
        TestClient.Reply reply = client.with("X-Token-Transport", "cookie")
                .post(
                        "/auth/login/basic/",
                        "{\"login\":\"" + EMAIL + "\",\"password\":\"" + PASSWORD + "\",\"client\":\"web\"}");
        assertThat(reply.status()).isEqualTo(200);
        return Browser.of(this, reply);
    }

    private static TestClient.Reply logout(TestClient from) {
        return from.send("POST", "/auth/logout/", "".getBytes(StandardCharsets.UTF_8), "");
    }

    private static List<String> cleared(TestClient.Reply reply) {
        return reply.response().headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.contains("=; Max-Age=0"))
                .toList();
    }

    /** What a browser holds after an answer. */
    private record Browser(LateLogoutFlowTest test, String cookies, String csrf) {

        static Browser of(LateLogoutFlowTest test, TestClient.Reply reply) {
            List<String> set = reply.response().headers().allValues("Set-Cookie").stream()
                    .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                    .filter(cookie -> cookie.startsWith("__Host-"))
                    .toList();
            String csrf = set.stream()
                    .filter(cookie -> cookie.startsWith("__Host-csrf="))
                    .findFirst()
                    .orElseThrow();
            return new Browser(test, String.join("; ", set), csrf.substring(csrf.indexOf('=') + 1));
        }

        TestClient client() {
            return test.client.with("Cookie", cookies).with("X-CSRF-Token", csrf);
        }

        TestClient.Reply refresh() {
            return client().post("/auth/token/refresh/", "{}");
        }

        Browser refreshed() {
            TestClient.Reply reply = refresh();
            assertThat(reply.status()).isEqualTo(200);
            return of(test, reply);
        }

        int sessions() {
            return client().get("/auth/sessions/").status();
        }
    }
}
