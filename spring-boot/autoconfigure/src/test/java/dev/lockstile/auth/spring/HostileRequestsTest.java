package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Requests of a client that wants in, on a host with Spring Security and on one without. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileRequestsTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final List<Target> targets = new ArrayList<>();

    @BeforeAll
    void start() {
        targets.add(new Target(host().withSecurity().start()));
        targets.add(new Target(
                host().with("lockstile.http.protected-paths", "/own/name,/own/form,/own/thing,/api/**,/reports/**")
                        .start()));
    }

    @AfterAll
    void stop() {
        targets.forEach(target -> target.context.close());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void a_header_counts_before_a_cookie_and_a_wrong_one_is_not_made_good_by_a_cookie(int host) {
        Target target = targets.get(host);
        String cookie = target.cookie();
        assertThat(target.get("/own/name", "Cookie", cookie)).endsWith("1");
        assertThat(target.get("/own/name", "Cookie", cookie, "Authorization", target.superuser))
                .endsWith("2");
        for (String header :
                List.of("Bearer x.y.z", "Bearer", "Bearer ", "Basic cm9vdDp4", "", "Bearer " + "a".repeat(7000))) {
            assertThat(target.status("GET", "/own/name", "Cookie", cookie, "Authorization", header))
                    .as(header)
                    .isBetween(400, 401);
        }
        assertThat(target.get("/own/name", "Authorization", "Bearer x.y.z", "Authorization", target.superuser))
                .contains(" 401 ");
        assertThat(target.get("/own/name", "Cookie", cookie + "; " + cookie)).contains(" 401 ");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void no_method_and_no_header_makes_a_form_of_another_site_count(int host) {
        Target target = targets.get(host);
        String cookie = target.cookie();
        for (String[] headers : new String[][] {
            {},
            {"X-HTTP-Method-Override", "GET"},
            {"X-HTTP-Method", "GET"},
            {"X-Method-Override", "GET"},
            {"Sec-Fetch-Site", "same-origin"},
            {"Origin", "http://localhost"},
            {"X-CSRF-Token", "guessed"},
            {"X-Requested-With", "XMLHttpRequest"},
            {"Cookie", "access=x"}
        }) {
            String[] all = Arrays.copyOf(headers, headers.length + 4);
            all[headers.length] = "Cookie";
            all[headers.length + 1] = cookie;
            all[headers.length + 2] = "Content-Type";
            all[headers.length + 3] = FORM;
            String answer = target.http.send("POST", "/own/form?_method=DELETE&_csrf=x", all);
            assertThat(answer).as(String.join(" ", headers)).doesNotContain("wrote for");
            assertThat(target.http.send("POST", "/own/thing?_method=DELETE", all))
                    .as(String.join(" ", headers))
                    .doesNotContain("deleted for");
        }
        for (String method : List.of("get", "Post", "FOO", "DELETE", "PUT", "PATCH")) {
            assertThat(target.http.send(method, "/own/thing", "Cookie", cookie))
                    .as(method)
                    .doesNotContain("deleted for");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void a_handshake_from_another_site_is_not_authenticated_by_a_cookie(int host) {
        Target target = targets.get(host);
        String[] handshake = {
            "Cookie", target.cookie(), "Upgrade", "websocket", "Connection", "Upgrade", "Sec-WebSocket-Version", "13"
        };
        for (String origin :
                List.of("https://evil.example", "null", "http://localhost:1", "http://localhost.evil.example")) {
            assertThat(target.get("/own/name", with(handshake, "Origin", origin)))
                    .as(origin)
                    .contains(" 403 ", "csrf_failed");
            if (host == 1) {
                assertThat(target.get("/own/open", with(handshake, "Origin", origin)))
                        .as(origin)
                        .endsWith("open for none");
            }
        }
        assertThat(target.get("/own/name", "Upgrade", "websocket", "Origin", "https://evil.example"))
                .as("without a cookie")
                .contains(" 401 ");
        assertThat(target.http.send("GET", "/own/name", with(handshake, "Origin", "http://localhost")))
                .endsWith("1");
        assertThat(target.status("GET", "/reports/x", "Upgrade", "websocket", "Connection", "Upgrade"))
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void another_origin_reads_nothing_with_credentials(int host) {
        Target target = targets.get(host);
        String cookie = target.cookie();
        for (String origin : List.of("https://evil.example", "null", "https://localhost.evil.example")) {
            for (String path : List.of("/auth/me/", "/own/name", "/account/account", "/auth/.well-known/jwks.json")) {
                assertThat(target.get(path, "Origin", origin, "Cookie", cookie))
                        .as(origin + " " + path)
                        .doesNotContainIgnoringCase("Access-Control-Allow");
                assertThat(target.http.send(
                                "OPTIONS",
                                path,
                                "Origin",
                                origin,
                                "Access-Control-Request-Method",
                                "POST",
                                "Access-Control-Request-Headers",
                                "authorization"))
                        .as(origin + " " + path)
                        .doesNotContainIgnoringCase("Access-Control-Allow-Origin");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void a_role_spells_no_right_and_no_prefix(int host) {
        Target target = targets.get(host);
        JdbcTemplate rows = target.context.getBean(JdbcTemplate.class);
        for (String role : List.of("right:superuser", "ROLE_ADMIN", "ROLE_right:superuser", "admin", "ADMIN ")) {
            rows.update("update shop_profile set role = ? where user_id = 1", role);
            String bearer = "Bearer "
                    + Http.access(Http.of(target.context).post("/auth/login/basic/", Http.login(GuardedHost.USER)));
            if (host == 0) {
                assertThat(target.status("GET", "/api/admin", "Authorization", bearer))
                        .as(role)
                        .isEqualTo(403);
                assertThat(target.status("GET", "/api/root", "Authorization", bearer))
                        .as(role)
                        .isEqualTo(403);
                assertThat(target.status("GET", "/actuator/env", "Authorization", bearer))
                        .as(role)
                        .isEqualTo(403);
            }
            assertThat(target.get("/actuator/health", "Authorization", bearer))
                    .as(role)
                    .doesNotContain("components");
        }
        rows.update("update shop_profile set role = 'USER' where user_id = 1");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void headers_of_a_proxy_that_is_none_open_nothing(int host) {
        Target target = targets.get(host);
        for (String[] header : new String[][] {
            {"X-Forwarded-For", "127.0.0.1"},
            {"X-Forwarded-Prefix", "/auth"},
            {"X-Forwarded-Uri", "/auth/me/"},
            {"X-Original-URL", "/auth/me/"},
            {"X-Rewrite-URL", "/auth/.well-known/jwks.json"},
            {"Forwarded", "for=127.0.0.1;host=localhost"},
            {"X-Forwarded-User", "root"},
            {"Remote-User", "root"},
            {"X-Forwarded-Client-Cert", "By=root"}
        }) {
            assertThat(target.status("GET", "/reports/x", header)).as(header[0]).isEqualTo(401);
            assertThat(target.status("GET", "/api/hello", header)).as(header[0]).isEqualTo(401);
        }
    }

    private static String[] with(String[] headers, String name, String value) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = name;
        all[headers.length + 1] = value;
        return all;
    }

    private static ShopHost host() {
        return ShopHost.onH2()
                .with(GuardedHost.class)
                .with(PagesTest.OwnPages.class)
                .with(Things.class)
                .with("lockstile.pages.path", "/account")
                .with("spring.mvc.hiddenmethod.filter.enabled", "true")
                .with("management.endpoint.health.show-details", "when-authorized")
                .with("management.endpoints.web.exposure.include", "*");
    }

    /** A host with a user and a superuser. */
    private static final class Target {

        private final ConfigurableApplicationContext context;
        private final RawHttp http;
        private final String superuser;

        private Target(ConfigurableApplicationContext context) {
            this.context = context;
            http = RawHttp.of(context);
            GuardedHost.bearer(context, GuardedHost.USER);
            superuser = GuardedHost.bearer(context, GuardedHost.SUPERUSER);
        }

        /** Of a new session of the user at the pages. */
        private String cookie() {
            CookieBrowser browser = CookieBrowser.of(context);
            browser.signIn(GuardedHost.USER);
            return browser.cookies().entrySet().stream()
                    .filter(cookie -> cookie.getKey().equals("access"))
                    .map(Map.Entry::toString)
                    .collect(Collectors.joining("; "));
        }

        private String get(String path, String... headers) {
            return http.send("GET", path, headers);
        }

        private int status(String method, String path, String... headers) {
            return http.status(method, path, headers);
        }
    }

    @Controller
    static class Things {

        @DeleteMapping("/own/thing")
        @ResponseBody
        String delete(jakarta.servlet.http.HttpServletRequest request) {
            return "deleted for " + request.getRemoteUser();
        }
    }
}
