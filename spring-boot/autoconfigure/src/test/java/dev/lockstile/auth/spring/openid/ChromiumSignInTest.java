package dev.lockstile.auth.spring.openid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialProvider;
import dev.lockstile.auth.social.SocialSettings;
import dev.lockstile.auth.social.oidc.OAuthClient;
import dev.lockstile.auth.social.oidc.SocialProviders;
import dev.lockstile.auth.spring.browser.Chromium;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person in a real browser, an OpenID server of another project, and the endpoints. */
final class ChromiumSignInTest {

    /** Our clock stands still: what the other site says while the browser is slow is then still the past. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    @TempDir
    Path profile;

    @Test
    void a_person_signs_in_by_the_redirect_and_later_a_session_there_proves_nothing() throws Exception {
        try (Chromium browser = Chromium.start(profile)) {
            Tomcat there = OpenIdHosts.provider();
            Tomcat here = OpenIdHosts.tomcat();
            int port = freePort();
            here.getConnector().setPort(port);
            String origin = "http://127.0.0.1:" + port;
            try (AuthTestKit kit = AuthTestKit.of(wiring(provider(OpenIdHosts.address(there), origin), origin))) {
                kit.clock().set(Clock.systemUTC().instant().plus(AHEAD));
                OpenIdHosts.serve(here, kit.auth());
                here.start();
                signIn(browser, origin);
                JsonNode first = finish(browser);
                assertThat(first.path("user_created").asBoolean())
                        .as("%s", first)
                        .isTrue();
                assertThat(isRecent(kit, first)).as("a password was typed").isTrue();
                finishedOnce(browser);
                kit.clock().advance(Duration.ofMinutes(11));
                signInAgain(browser, origin);
                assertThat(isRecent(kit, finish(browser)))
                        .as("nothing was typed")
                        .isFalse();
            } finally {
                stop(here);
                stop(there);
            }
        }
    }

    private static void signIn(Chromium browser, String origin) {
        leave(browser, origin);
        browser.await("document.querySelector('input[name=username]') !== null");
        browser.evaluate("document.querySelector('input[name=username]').value = '" + OpenIdServer.PERSON + "';"
                + "document.querySelector('input[name=password]').value = '" + OpenIdServer.PASSWORD + "';"
                + "document.querySelector('form').submit()");
        browser.await("location.search === '?social=done'");
        assertThat(browser.evaluate("location.origin")).isEqualTo(origin);
        assertThat(browser.evaluate("document.cookie"))
                .as("for scripts to read")
                .doesNotContain("__Host-social");
    }

    /** The other site knows the browser and asks for nothing. */
    private static void signInAgain(Chromium browser, String origin) {
        leave(browser, origin);
        browser.await("location.search === '?social=done'");
    }

    private static void leave(Chromium browser, String origin) {
        browser.open(origin + "/");
        browser.await("document.title === 'host' && location.search === ''");
        browser.evaluate(fetching("start", "{\"provider\":\"spring\",\"intent\":\"login\"}")
                + ".then(body => { location.href = body.authorization_url })");
    }

    private static JsonNode finish(Chromium browser) {
        String finish = fetching("finish", "{\"client\":\"web\",\"terms_and_conditions_accepted\":true}")
                + ".then(body => JSON.stringify(body))";
        return JsonMapper.shared().readTree(browser.evaluate(finish));
    }

    private static void finishedOnce(Chromium browser) {
        assertThat(finish(browser).path("code").asString()).as("once").isEqualTo("invalid_social_token");
    }

    private static boolean isRecent(AuthTestKit kit, JsonNode body) {
        assertThat(body.path("social_provider").asString()).as("%s", body).isEqualTo("spring");
        String access = body.path("tokens").path("accessToken").asString();
        return kit.auth()
                .stepUp()
                .isRecent(kit.auth().sessions().authenticate(access).orElseThrow());
    }

    private static String fetching(String endpoint, String json) {
        return "fetch('/auth/login/social/" + endpoint + "/', {method: 'POST', headers: {'Content-Type':"
                + " 'application/json'}, body: '" + json + "'}).then(answer => answer.json())";
    }

    private static AuthBuilder wiring(SocialProvider provider, String origin) {
        return Auth.builder(new InMemoryAuthStore())
                .settings(AuthTestKit.settings())
                .social(SocialSettings.of(provider).allowSignUp().returningTo(origin));
    }

    private static SocialProvider provider(String issuer, String origin) {
        return SocialProviders.openId(
                "spring",
                issuer,
                OAuthClient.of(OpenIdServer.CLIENT)
                        .secret(Secret.of(OpenIdServer.secret(OpenIdServer.CLIENT)))
                        .redirectUris(origin + "/auth/login/social/callback/spring/")
                        .emailAuthoritative()
                        .allowInsecureLoopback());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static void stop(Tomcat tomcat) throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }
}
