package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.spring.openid.OpenIdHosts;
import dev.lockstile.auth.spring.openid.OpenIdServer;
import dev.lockstile.auth.spring.security.LockstileSecurity;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** A chain of the application in which its own clerks sign in by Spring's {@code oauth2Login}, beside our accounts. */
class OAuthLoginTest {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String PAGE = "text/html,*/*;q=0.8";

    private static Tomcat provider;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @BeforeAll
    static void start() throws LifecycleException {
        provider = OpenIdHosts.provider();
    }

    @AfterAll
    static void stop() throws LifecycleException {
        provider.stop();
        provider.destroy();
    }

    @Test
    void a_browser_without_a_session_is_led_to_the_provider_and_a_client_gets_the_refusal() {
        try (ConfigurableApplicationContext context =
                host().with("lockstile.pages.path", "/account").start()) {
            RawHttp http = RawHttp.of(context);
            assertThat(http.send("GET", "/api/hello", "Accept", PAGE))
                    .contains(" 302 ", "/oauth2/authorization/spring\r\n");
            assertThat(http.send("GET", "/api/hello", "Accept", "application/json"))
                    .contains(" 401 ", "not_authenticated");
            assertThat(http.send("GET", "/oauth2/authorization/spring"))
                    .contains(" 302 ", OpenIdHosts.address(provider));
            assertThat(http.send("GET", "/login/oauth2/code/spring?code=x&state=y"))
                    .doesNotContain(" 200 ");
        }
    }

    @Test
    void who_signed_in_at_the_provider_is_no_account_here_and_an_account_goes_by_its_token() throws Exception {
        try (ConfigurableApplicationContext context = host().start()) {
            URI hello = URI.create("http://127.0.0.1:" + RawHttp.of(context).port() + "/api/hello");
            assertThat(signIn(hello)).isEqualTo("hello stranger");
            HttpRequest.Builder write = HttpRequest.newBuilder(hello).POST(HttpRequest.BodyPublishers.noBody());
            assertThat(send(write).statusCode()).as("without a form token").isEqualTo(403);
            String bearer = GuardedHost.bearer(context, GuardedHost.USER);
            assertThat(send(HttpRequest.newBuilder(hello).header("Authorization", bearer))
                            .body())
                    .as("the token of the account, in a browser that signed in at the provider")
                    .isEqualTo("hello " + GuardedHost.USER + "truetrue");
            assertThat(send(HttpRequest.newBuilder(hello).header("Authorization", "Bearer x.y.z"))
                            .statusCode())
                    .isEqualTo(401);
            assertThat(send(HttpRequest.newBuilder(hello).header("Accept", PAGE))
                            .body())
                    .isEqualTo("hello stranger");
        }
    }

    /** Goes where it is led, and types the password of the person at the provider. */
    private String signIn(URI page) throws IOException, InterruptedException {
        URI at = page;
        HttpResponse<String> answer = send(HttpRequest.newBuilder(at).header("Accept", PAGE));
        for (int hops = 0; hops < 12; hops++) {
            if (answer.statusCode() / 100 == 3) {
                at = at.resolve(answer.headers().firstValue("Location").orElseThrow());
                answer = send(HttpRequest.newBuilder(at).header("Accept", PAGE));
            } else if (answer.body().contains("name=\"password\"")) {
                answer = send(HttpRequest.newBuilder(at)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", PAGE)
                        .POST(HttpRequest.BodyPublishers.ofString(login(answer.body()))));
            } else {
                return answer.body();
            }
        }
        throw new IllegalStateException("sent around in a circle");
    }

    private static String login(String html) {
        Matcher csrf = CSRF.matcher(html);
        return "username=" + OpenIdServer.PERSON + "&password=" + OpenIdServer.PASSWORD + "&_csrf="
                + URLEncoder.encode(csrf.find() ? csrf.group(1) : "", StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static ShopHost host() {
        String client = "spring.security.oauth2.client.";
        return ShopHost.onH2()
                .withSecurity()
                .with(Clerks.class)
                .with(GuardedHost.class)
                .with("server.servlet.session.cookie.name", "SHOP")
                .with(client + "registration.spring.client-id", OpenIdServer.CLIENT)
                .with(client + "registration.spring.client-secret", OpenIdServer.secret(OpenIdServer.CLIENT))
                .with(client + "registration.spring.scope", "openid")
                .with(client + "provider.spring.issuer-uri", OpenIdHosts.address(provider));
    }

    @Configuration(proxyBeanMethods = false)
    static class Clerks {

        @Bean
        SecurityFilterChain clerks(HttpSecurity http) {
            return http.with(LockstileSecurity.configurer(), Customizer.withDefaults())
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .oauth2Login(Customizer.withDefaults())
                    .build();
        }
    }
}
