package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.EmailConfirmation;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.secret.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The secret of a registration in the browser that registered. */
class RegistrationCookieTest extends WithServer {

    private static final String CONFIRM = "/auth/registration/account-confirmation-email/";
    private static final String LINK = "{\"uid\":\"MTI\",\"token\":\"tok\"}";
    private static final String REGISTRATION = "{\"email\":\"ana@example.com\",\"password\":\"a good one\","
            + "\"password_confirm\":\"a good one\",\"first_name\":\"Ana\",\"last_name_1\":\"Ruiz\","
            + "\"terms_and_conditions_accepted\":true}";

    @Override
    HttpSettings settings() {
        return super.settings().allowCookies();
    }

    @Test
    void a_browser_that_asks_for_cookies_gets_the_secret_in_one_and_not_in_the_body() {
        TestClient.Reply reply = client.with("X-Token-Transport", "cookie").post("/auth/register/", REGISTRATION);
        assertThat(reply.json().propertyNames()).containsExactly("detail", "challenge_id");
        assertThat(cookies(reply))
                .containsExactly("__Host-registration=the.secret; Path=/; Secure; SameSite=Strict; HttpOnly;"
                        + " Max-Age=86400");
    }

    @Test
    void who_asks_for_none_gets_none() {
        TestClient.Reply reply = client.post("/auth/register/", REGISTRATION);
        assertThat(cookies(reply)).isEmpty();
        assertThat(reply.json().propertyNames()).containsExactly("detail", "registration", "challenge_id");
    }

    @Test
    void the_cookie_is_shown_with_the_link_and_taken_away_by_the_proof() {
        TestClient.Reply reply =
                client.with("Cookie", "__Host-registration=the.secret").post(CONFIRM, LINK);
        assertThat(asked()).isEqualTo(Secret.of("the.secret"));
        assertThat(cookies(reply)).containsExactly("__Host-registration=; Max-Age=0; Path=/; Secure; SameSite=Strict");
    }

    @Test
    void what_the_body_says_goes_before_the_cookie() {
        client.with("Cookie", "__Host-registration=the.secret")
                .post(CONFIRM, "{\"uid\":\"MTI\",\"token\":\"tok\",\"registration\":\"x.y\"}");
        assertThat(asked()).isEqualTo(Secret.of("x.y"));
    }

    @Test
    void another_site_neither_leaves_a_cookie_nor_uses_one() {
        TestClient foreign = client.with("Sec-Fetch-Site", "cross-site");
        assertThat(cookies(foreign.with("X-Token-Transport", "cookie").post("/auth/register/", REGISTRATION)))
                .isEmpty();
        foreign.with("Cookie", "__Host-registration=the.secret").post(CONFIRM, LINK);
        assertThat(asked()).isNull();
    }

    @Test
    void two_cookies_of_one_name_are_none() {
        client.with("Cookie", "__Host-registration=one.a; __Host-registration=two.b")
                .post(CONFIRM, LINK);
        assertThat(asked()).isNull();
    }

    private Secret asked() {
        return fakes.lastAsked(EmailConfirmation.class).registration();
    }

    private static List<String> cookies(TestClient.Reply reply) {
        return reply.response().headers().allValues("Set-Cookie");
    }
}
