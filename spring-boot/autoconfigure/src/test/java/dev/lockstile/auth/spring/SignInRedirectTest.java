package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** A browser without a session opens a page of the application that needs one. */
class SignInRedirectTest {

    private static final String[] BROWSER = {
        "Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8", "Sec-Fetch-Mode", "navigate"
    };
    private static final String HOME = "/account/sign-in?next=/own/name";

    private static final Map<Guard, ConfigurableApplicationContext> RUNNING = new EnumMap<>(Guard.class);

    /** One host of each kind serves all cases, each of which has a browser of its own. */
    private static ConfigurableApplicationContext running(Guard guard) {
        return RUNNING.computeIfAbsent(guard, same -> {
            ConfigurableApplicationContext context = same.host().start();
            GuardedHost.bearer(context, GuardedHost.USER);
            return context;
        });
    }

    @AfterAll
    static void close() {
        RUNNING.values().forEach(ConfigurableApplicationContext::close);
        RUNNING.clear();
    }

    /** Who keeps the page closed. */
    enum Guard {
        FALLBACK,
        OWN_CHAIN,
        PROTECTED_PATHS;

        ShopHost host() {
            ShopHost host = ShopHost.onH2().with(PagesTest.OwnPages.class).with("lockstile.pages.path", "/account");
            return switch (this) {
                case FALLBACK -> host.withSecurity();
                case OWN_CHAIN -> host.withSecurity().with(PagesTest.Own.class);
                case PROTECTED_PATHS -> host.with("lockstile.http.protected-paths", "/own/**,/");
            };
        }
    }

    @ParameterizedTest
    @EnumSource(Guard.class)
    void it_is_led_to_the_sign_in_page_and_back(Guard guard) {
        ConfigurableApplicationContext context = running(guard);
        CookieBrowser browser = CookieBrowser.of(context);
        HttpResponse<String> led = browser.get("/own/name?tab=2&at=a/b", BROWSER);
        assertThat(led.statusCode()).isEqualTo(303);
        String signIn = led.headers().firstValue("Location").orElseThrow();
        assertThat(signIn).isEqualTo("/account/sign-in?next=/own/name%3Ftab%3D2%26at%3Da%252Fb");
        assertThat(led.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        browser.get(signIn);
        HttpResponse<String> back =
                browser.submit("/account/sign-in", Map.of("login", GuardedHost.USER, "password", Http.PASSWORD));
        assertThat(back.headers().firstValue("Location")).hasValue("/own/name?tab=2&at=a%2Fb");
        assertThat(browser.get("/own/name", BROWSER).body()).isEqualTo("1");
        browser.cookies().remove("refresh");
        browser.cookies().put("access", "over");
        assertThat(browser.get("/own/name", BROWSER).headers().firstValue("Location"))
                .as("a session that is over")
                .hasValue(HOME);
        assertThat(browser.get("/", BROWSER).headers().firstValue("Location")).hasValue("/account/sign-in?next=/");
    }

    @ParameterizedTest
    @EnumSource(Guard.class)
    void other_requests_get_the_answer_of_the_contract(Guard guard) {
        ConfigurableApplicationContext context = running(guard);
        RawHttp http = RawHttp.of(context);
        assertThat(http.status("GET", "/own/name", BROWSER)).isEqualTo(303);
        assertThat(http.status("HEAD", "/own/name", BROWSER)).isEqualTo(303);
        assertThat(http.send("GET", "/own/name")).contains("401", "not_authenticated");
        assertThat(http.status("GET", "/own/name", "Accept", "application/json"))
                .isEqualTo(401);
        assertThat(http.status("GET", "/own/name", "Accept", "*/*")).isEqualTo(401);
        assertThat(http.status("GET", "/own/name", with("Sec-Fetch-Mode", "cors")))
                .isEqualTo(401);
        assertThat(http.status("GET", "/own/name", with("X-Requested-With", "XMLHttpRequest")))
                .isEqualTo(401);
        assertThat(http.status("GET", "/own/name", with("Authorization", "Bearer x.y.z")))
                .isEqualTo(401);
        assertThat(http.status("POST", "/own/name", BROWSER)).isBetween(400, 499);
    }

    @ParameterizedTest
    @EnumSource(Guard.class)
    void no_spelling_and_no_header_leads_to_another_site(Guard guard) {
        ConfigurableApplicationContext context = running(guard);
        RawHttp http = RawHttp.of(context);
        for (String path : List.of(
                "//evil.example/own/name",
                "/\\evil.example",
                "/own/..//evil.example",
                "/own/;//evil.example",
                "/own/%0d%0aLocation:%20http://evil.example",
                "/own/%5Cevil.example",
                "/own//evil.example",
                "http://evil.example/own/name")) {
            assertStays(http.send("GET", path, BROWSER));
        }
        assertThat(http.send("GET", "/own/name?" + "q=%2F".repeat(1200), BROWSER))
                .as("a long address")
                .contains("Location: /account/sign-in\r\n");
        assertStays(http.send("GET", "/own/name", with("Host", "evil.example")));
        assertStays(http.send("GET", "/own/name", with("X-Forwarded-Host", "evil.example")));
        assertStays(http.send("GET", "/own/name", with("X-Forwarded-Prefix", "//evil.example")));
    }

    @Test
    void a_prefix_that_a_client_forges_leads_to_no_other_site() {
        try (ConfigurableApplicationContext context = Guard.FALLBACK
                .host()
                .with("server.forward-headers-strategy", "framework")
                .with("lockstile.http.trusted-proxies", "127.0.0.1")
                .start()) {
            for (String prefix : List.of("//evil.example", "https://evil.example", "/\\evil.example")) {
                assertStays(RawHttp.of(context).send("GET", "/own/name", with("X-Forwarded-Prefix", prefix)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "//3221226219",
                "https://evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "/own/..//evil.example",
                "/.//evil.example",
                "/own/./x",
                "javascript:alert(1)",
                "own/name",
                "/own\r\nSet-Cookie: a=b",
                "/?next=//evil.example"
            })
    void the_sign_in_page_goes_on_to_paths_of_this_site_alone(String next) {
        ConfigurableApplicationContext context = running(Guard.FALLBACK);
        CookieBrowser browser = CookieBrowser.of(context);
        browser.get("/account/sign-in");
        HttpResponse<String> in = browser.submit(
                "/account/sign-in", Map.of("next", next, "login", GuardedHost.USER, "password", Http.PASSWORD));
        assertThat(in.headers().firstValue("Location").orElse("/account/account"))
                .isEqualTo("/account/account");
    }

    @Test
    void the_page_of_the_context_is_named_whole() {
        try (ConfigurableApplicationContext context = Guard.FALLBACK
                .host()
                .with("server.servlet.context-path", "/shop")
                .with("spring.mvc.servlet.path", "/app")
                .start()) {
            assertThat(RawHttp.of(context).send("GET", "/shop/app/own/name", BROWSER))
                    .contains("Location: /shop/account/sign-in?next=/shop/app/own/name\r\n");
        }
    }

    @Test
    void there_is_none_where_the_actuator_has_a_port_of_its_own() {
        ShopHost[] hosts = {
            Guard.FALLBACK.host(), Guard.PROTECTED_PATHS.host().with("lockstile.http.protected-paths", "/actuator/**")
        };
        for (ShopHost host : hosts) {
            try (ConfigurableApplicationContext context = host.with("management.server.port", "0")
                    .with("management.endpoints.web.exposure.include", "*")
                    .start()) {
                RawHttp management = new RawHttp(
                        context.getEnvironment().getRequiredProperty("local.management.port", Integer.class));
                assertThat(management.status("GET", "/actuator/env", BROWSER)).isEqualTo(401);
            }
        }
    }

    private static String[] with(String name, String value) {
        return new String[] {"Accept", BROWSER[1], name, value};
    }

    private static void assertStays(String answer) {
        assertThat(answer.split("\r\n"))
                .filteredOn(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("location:"))
                .allSatisfy(line -> assertThat(line).startsWith("Location: /account/sign-in?next=/"));
        assertThat(answer.lines().skip(1).takeWhile(line -> !line.isEmpty()))
                .as("headers")
                .noneMatch(line -> line.startsWith("Location: http"));
    }
}
