package dev.lockstile.auth.spring.openid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.secret.Sha256;
import dev.lockstile.auth.social.SocialPerson;
import dev.lockstile.auth.social.SocialProof;
import dev.lockstile.auth.social.SocialProvider;
import dev.lockstile.auth.social.SocialProvider.AuthorizationRequest;
import dev.lockstile.auth.social.oidc.OAuthClient;
import dev.lockstile.auth.social.oidc.SocialProviders;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An OpenID server of another project signs a person in: by the redirect, and by an ID token. */
final class SpringAuthorizationServerTest {

    private static final String NONCE = "n-0S6_WzA2Mj";
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static Tomcat tomcat;

    private final SocialProvider provider = provider(OpenIdServer.CLIENT);

    @BeforeAll
    static void start() throws LifecycleException {
        tomcat = OpenIdHosts.provider();
    }

    @AfterAll
    static void stop() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }

    @Test
    void a_person_signs_in_by_the_redirect() throws Exception {
        Map<String, String> callback = new Browser().signIn(provider.authorizationUri(request()));
        assertThat(callback).containsEntry("state", "st");
        assertThat(provider.isCallbackFrom(callback.get("iss"))).isTrue();
        SocialProof.Code code = code(callback);
        SocialPerson person = person(provider.verify(code));
        assertThat(person.issuer()).isEqualTo(issuer());
        assertThat(person.subject()).isEqualTo(OpenIdServer.PERSON);
        assertThat(person.email()).isEqualTo("ana@example.com");
        assertThat(person.emailVerified()).isTrue();
        assertThat(person.authenticatedAt()).isNotNull().isBeforeOrEqualTo(person.issuedAt());
        assertThat(provider.verify(code)).isInstanceOf(SocialProvider.Verdict.Refused.class);
    }

    @Test
    void a_code_of_another_browser_is_refused_for_its_verifier() throws Exception {
        Map<String, String> callback = new Browser().signIn(provider.authorizationUri(request()));
        SocialProvider.Verdict verdict = provider.verify(new SocialProof.Code(
                Secret.of(callback.get("code")),
                OpenIdServer.REDIRECT,
                Secret.of("x".repeat(43)),
                OpenIdServer.CLIENT,
                NONCE,
                callback.get("iss")));
        assertThat(verdict).isEqualTo(new SocialProvider.Verdict.Refused("the provider refuses the code"));
    }

    @Test
    void a_person_signs_in_by_an_id_token_and_by_one_for_another_client_nobody_does() throws Exception {
        String token = idToken(OpenIdServer.CLIENT);
        assertThat(person(provider.verify(new SocialProof.IdToken(Secret.of(token), NONCE)))
                        .subject())
                .isEqualTo(OpenIdServer.PERSON);
        assertThat(provider.verify(new SocialProof.IdToken(Secret.of(token), "another")))
                .isEqualTo(new SocialProvider.Verdict.Refused("the token has another nonce"));
        String others = idToken(OpenIdServer.OTHER_CLIENT);
        assertThat(provider.verify(new SocialProof.IdToken(Secret.of(others), NONCE)))
                .isEqualTo(new SocialProvider.Verdict.Refused("the token is for another audience"));
    }

    /** As a native client gets one by itself. */
    private static String idToken(String client) throws Exception {
        Browser browser = new Browser();
        Map<String, String> callback = browser.signIn(provider(client).authorizationUri(request()));
        String secret = URLEncoder.encode(OpenIdServer.secret(client), StandardCharsets.UTF_8);
        String basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        String form = "grant_type=authorization_code&code=" + callback.get("code") + "&redirect_uri="
                + URLEncoder.encode(OpenIdServer.REDIRECT, StandardCharsets.UTF_8) + "&code_verifier=" + VERIFIER;
        String answer = browser.send(HttpRequest.newBuilder(URI.create(issuer() + "/oauth2/token"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)))
                .body();
        assertThat(answer).contains("id_token");
        return answer.replaceFirst("(?s).*\"id_token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }

    private static SocialProvider provider(String client) {
        return SocialProviders.openId(
                "spring",
                issuer(),
                OAuthClient.of(client)
                        .secret(Secret.of(OpenIdServer.secret(client)))
                        .redirectUris(OpenIdServer.REDIRECT)
                        .allowInsecureLoopback());
    }

    private static String issuer() {
        return OpenIdHosts.address(tomcat);
    }

    private static AuthorizationRequest request() {
        return new AuthorizationRequest(OpenIdServer.REDIRECT, "st", NONCE, Sha256.textOf(VERIFIER));
    }

    private static SocialProof.Code code(Map<String, String> callback) {
        return new SocialProof.Code(
                Secret.of(callback.get("code")),
                OpenIdServer.REDIRECT,
                Secret.of(VERIFIER),
                OpenIdServer.CLIENT,
                NONCE,
                callback.get("iss"));
    }

    private static SocialPerson person(SocialProvider.Verdict verdict) {
        assertThat(verdict).isInstanceOf(SocialProvider.Verdict.Proven.class);
        return ((SocialProvider.Verdict.Proven) verdict).person();
    }
}
