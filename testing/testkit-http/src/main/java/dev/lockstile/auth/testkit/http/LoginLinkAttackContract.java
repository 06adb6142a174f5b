package dev.lockstile.auth.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Links to sign in with: opened only by the browser that asked, once, and not by being looked at. */
abstract class LoginLinkAttackContract extends AttackContract {

    private static final String ANA = "ana@example.com";
    private static final String EVE = "eve@example.com";
    private static final String REQUEST = "login/link/request/";
    private static final String CONFIRM = "login/link/confirm/";

    @Test
    void looking_at_a_link_changes_nothing() {
        AttackedHost host = member();
        String request = request(host, ANA);
        String token = host.link(ANA).token();
        for (int i = 0; i < 10; i++) {
            for (String method : List.of("GET", "HEAD")) {
                String path = CONFIRM + "?token=" + token + "&request_id=" + request + "&client=web";
                assertThat(host.client.send(method, path, null).status()).isEqualTo(405);
            }
        }
        assertThat(confirm(host, "token", token, "request_id", request).status())
                .isEqualTo(200);
    }

    @Test
    void a_right_token_in_another_browser_is_refused_and_not_used_up() {
        AttackedHost host = member();
        host.member(EVE);
        host.pass(Duration.ofMinutes(5));
        String request = request(host, ANA);
        String token = host.link(ANA).token();
        String code = host.code(ANA);
        String own = request(host, EVE);
        assertThat(confirm(host, "token", token).code()).isEqualTo("invalid_link");
        assertThat(confirm(host, "code", code).code()).isEqualTo("invalid_code");
        assertThat(confirm(host, "token", token, "request_id", own).code()).isEqualTo("invalid_link");
        assertThat(confirm(host, "code", code, "request_id", own).code()).isEqualTo("invalid_code");
        AuthClient browser = host.client.with("Cookie", "__Host-login-link=" + own);
        assertThat(browser.post(CONFIRM, "token", token, "client", "web").code())
                .isEqualTo("invalid_link");
        assertThat(confirm(host, "token", token, "request_id", request).status())
                .isEqualTo(200);
    }

    @Test
    void the_cookie_of_the_asking_browser_stands_for_the_request() {
        AttackedHost host = member();
        AuthReply asked = host.client.post(REQUEST, "email", ANA);
        String cookie = asked.header("Set-Cookie");
        assertThat(cookie)
                .startsWith("__Host-login-link=" + asked.field("request_id"))
                .contains("HttpOnly", "Secure", "SameSite=Strict", "Path=/", "Max-Age=600");
        AuthReply in = host.client
                .with("Cookie", cookie.split(";", 2)[0])
                .post(CONFIRM, "token", host.link(ANA).token(), "client", "web");
        assertThat(in.status()).isEqualTo(200);
        assertThat(in.header("Set-Cookie")).startsWith("__Host-login-link=;").contains("Max-Age=0");
    }

    @Test
    void a_request_that_another_site_begins_leaves_no_cookie_and_shows_none() {
        AttackedHost host = member();
        AuthClient crossSite = host.client.with("Sec-Fetch-Site", "cross-site");
        AuthReply asked = crossSite.post(REQUEST, "email", ANA);
        assertThat(asked.header("Set-Cookie")).isEmpty();
        AuthReply refused = crossSite
                .with("Cookie", "__Host-login-link=" + asked.field("request_id"))
                .post(CONFIRM, "token", host.link(ANA).token(), "client", "web");
        assertThat(refused.code()).isEqualTo("invalid_link");
    }

    @Test
    void a_link_works_once_for_ten_minutes_and_only_the_newest_does() {
        AttackedHost host = member();
        String first = request(host, ANA);
        String firstToken = host.link(ANA).token();
        host.pass(Duration.ofMinutes(5));
        String second = request(host, ANA);
        String secondToken = host.link(ANA).token();
        assertThat(confirm(host, "token", firstToken, "request_id", first).code())
                .isEqualTo("invalid_link");
        assertThat(confirm(host, "token", secondToken, "request_id", second).status())
                .isEqualTo(200);
        assertThat(confirm(host, "token", secondToken, "request_id", second).code())
                .isEqualTo("invalid_link");
        host.pass(Duration.ofMinutes(5));
        String third = request(host, ANA);
        String late = host.link(ANA).token();
        host.pass(Duration.ofMinutes(10));
        assertThat(confirm(host, "token", late, "request_id", third).code()).isEqualTo("invalid_link");
    }

    @Test
    void five_wrong_codes_spoil_the_right_one() {
        AttackedHost host = member();
        String request = request(host, ANA);
        String code = host.code(ANA);
        for (int i = 0; i < 5; i++) {
            assertThat(confirm(host, "code", AttackedHost.not(code), "request_id", request)
                            .code())
                    .isEqualTo("invalid_code");
        }
        assertThat(confirm(host, "code", code, "request_id", request).code()).isEqualTo("invalid_code");
    }

    @Test
    void a_body_that_is_wrong_burns_nothing() {
        AttackedHost host = member();
        String request = request(host, ANA);
        String token = host.link(ANA).token();
        for (int i = 0; i < 8; i++) {
            Map<String, Object> body = AuthClient.body("token", token, "request_id", request, "client", "mobile");
            assertThat(host.client.send("POST", CONFIRM, body).status()).isEqualTo(400);
            assertThat(confirm(host, "token", token, "code", "12345678", "request_id", request)
                            .code())
                    .isEqualTo("invalid_input");
        }
        assertThat(confirm(host, "token", token, "request_id", request).status())
                .isEqualTo(200);
    }

    private AttackedHost member() {
        AttackedHost host = unlimited();
        host.member(ANA);
        host.pass(Duration.ofMinutes(5));
        String code = host.client.post(REQUEST, "email", "nobody@example.com").code();
        Assumptions.assumeFalse(code.equals("login_link_off"), "this host has nobody sign in by a link");
        return host;
    }

    private static String request(AttackedHost host, String email) {
        AuthReply reply = host.client.post(REQUEST, "email", email);
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        return reply.field("request_id");
    }

    private static AuthReply confirm(AttackedHost host, Object... members) {
        Map<String, Object> body = AuthClient.body(members);
        body.put("client", "web");
        return host.client.send("POST", CONFIRM, body);
    }
}
