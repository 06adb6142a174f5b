package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.http.settings.HttpSettings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Signing in with cookies, where the host allows them. */
class FastApiCookieTest extends FastApiStack {

    @Override
    HttpSettings served() {
        return HttpSettings.defaults().allowCookies();
    }

    @Test
    void a_sign_in_sets_cookies_by_which_the_user_reads_and_signs_out() {
        verified(LADY);
        TestClient.Reply reply =
                form("/auth/cookie/login", "username=" + encoded(LADY) + "&password=" + encoded(PASSWORD));
        assertThat(reply.status()).isEqualTo(204);
        List<String> cookies = reply.response().headers().allValues("Set-Cookie");
        assertThat(cookies).anyMatch(cookie -> cookie.startsWith("__Host-access=") && cookie.contains("HttpOnly"));
        TestClient browser = client.with(
                "Cookie", cookies.stream().map(cookie -> cookie.split(";")[0]).collect(Collectors.joining("; ")));
        assertThat(browser.get("/users/me").json().path("email").asString()).isEqualTo(LADY);
        refused(browser.post("/auth/cookie/logout", ""), 403, "CSRF_FAILED");
        String csrf = cookies.stream()
                .filter(cookie -> cookie.startsWith("__Host-csrf="))
                .map(cookie -> cookie.split("[=;]")[1])
                .findFirst()
                .orElseThrow();
        assertThat(browser.with("X-CSRF-Token", csrf)
                        .post("/auth/cookie/logout", new byte[0], "")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void a_form_of_another_site_signs_no_browser_in() {
        verified(LADY);
        String body = "username=" + encoded(LADY) + "&password=" + encoded(PASSWORD);
        TestClient.Reply reply = client.with("Sec-Fetch-Site", "cross-site")
                .post("/auth/cookie/login", body.getBytes(StandardCharsets.UTF_8), "application/x-www-form-urlencoded");
        refused(reply, 403, "CSRF_FAILED");
        assertThat(reply.response().headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void the_browser_that_registered_keeps_its_password_when_it_follows_the_link() {
        TestClient.Reply reply = register(ARTHUR, "");
        String cookie =
                reply.response().headers().allValues("Set-Cookie").get(0).split(";")[0];
        TestClient.Reply verified = client.with("Cookie", cookie)
                .post(
                        "/auth/verify",
                        ("{" + mailbox.link() + "}").getBytes(StandardCharsets.UTF_8),
                        "application/json");
        assertThat(verified.status()).isEqualTo(200);
        assertThat(verified.json().has("set_password_token")).isFalse();
        assertThat(login(ARTHUR, PASSWORD).status()).isEqualTo(200);
    }
}
