package dev.lockstile.auth.social.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialPerson;
import dev.lockstile.auth.social.SocialProof;
import dev.lockstile.auth.social.SocialProvider;
import dev.lockstile.auth.social.SocialProvider.AuthorizationRequest;
import dev.lockstile.auth.social.SocialUnavailableException;
import dev.lockstile.auth.testkit.http.MockOpenIdProvider;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * OI7, OI8, OI9: a code is good for the browser, the client, the address and the transaction that it was asked for by.
 */
final class CodeExchangeTest extends ProviderTest {

    @BeforeEach
    void somebody_sits_at_the_browser() {
        site.signsIn("sub-7", Map.of("email", "ana@example.com", "email_verified", true));
    }

    @Test
    void a_browser_is_sent_with_state_nonce_and_pkce() throws Exception {
        URI uri = provider.authorizationUri(request());
        assertThat(uri.toString()).startsWith(site.issuer() + "/authorize?");
        assertThat(query(uri))
                .containsEntry("response_type", "code")
                .containsEntry("client_id", CLIENT)
                .containsEntry("redirect_uri", REDIRECT)
                .containsEntry("scope", "openid email profile")
                .containsEntry("state", "st")
                .containsEntry("nonce", NONCE)
                .containsEntry("code_challenge", CHALLENGE)
                .containsEntry("code_challenge_method", "S256")
                .hasSize(8);
    }

    @Test
    void the_time_of_the_last_proof_is_asked_for_where_a_provider_takes_claims() throws Exception {
        String claims = "{\"id_token\":{\"auth_time\":{\"essential\":true}}}";
        SocialProvider google = SocialProviders.google(client(), site.issuer());
        assertThat(query(google.authorizationUri(request()))).containsEntry("claims", claims);
        site.metadata("claims_parameter_supported", false);
        assertThat(query(provider.authorizationUri(request()))).doesNotContainKey("claims");
        site.metadata("claims_parameter_supported", true);
        SocialProvider other = SocialProviders.openId("other", site.issuer(), client());
        assertThat(query(other.authorizationUri(request()))).containsEntry("claims", claims);
        assertThat(IssuerRule.exactly("https://accounts.google.com").takesClaims())
                .isTrue();
    }

    @Test
    void a_person_who_is_to_prove_anew_is_sent_so() throws Exception {
        AuthorizationRequest anew = new AuthorizationRequest(REDIRECT, "st", NONCE, CHALLENGE, true);
        assertThat(query(provider.authorizationUri(anew)))
                .containsEntry("max_age", "0")
                .hasSize(9);
    }

    @Test
    void a_code_signs_in_once() throws Exception {
        SocialProof.Code code = code(callback().get("code"));
        SocialPerson person = person(provider.verify(code));
        assertThat(person.subject()).isEqualTo("sub-7");
        assertThat(person.email()).isEqualTo("ana@example.com");
        assertThat(person.emailVerified()).isTrue();
        assertRefused(provider.verify(code), "refuses the code");
    }

    @Test
    void an_injected_code_of_another_browser_is_refused() throws Exception {
        String stolen = callback().get("code");
        SocialProvider.Verdict otherVerifier = provider.verify(new SocialProof.Code(
                Secret.of(stolen), REDIRECT, Secret.of(VERIFIER.replace('d', 'e')), CLIENT, NONCE, null));
        assertRefused(otherVerifier, "refuses the code");
        String another = callback().get("code");
        SocialProvider.Verdict otherNonce = provider.verify(
                new SocialProof.Code(Secret.of(another), REDIRECT, Secret.of(VERIFIER), CLIENT, "another", null));
        assertRefused(otherNonce, "another nonce");
    }

    @Test
    void client_and_redirect_uri_are_ours_to_the_letter() throws Exception {
        for (String redirect : new String[] {REDIRECT + "/", REDIRECT + "?x=1", "https://host.example/Callback", "x"}) {
            assertRefused(
                    provider.verify(
                            new SocialProof.Code(Secret.of("c"), redirect, Secret.of(VERIFIER), CLIENT, NONCE, null)),
                    "redirect URI");
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> provider.authorizationUri(new AuthorizationRequest(redirect, "s", "n", CHALLENGE)));
        }
        assertRefused(
                provider.verify(new SocialProof.Code(
                        Secret.of("c"), REDIRECT, Secret.of(VERIFIER), "another-client", NONCE, null)),
                "client is not ours");
        assertThat(site.requests("/token")).isZero();
    }

    @Test
    void a_code_of_another_issuer_is_refused_before_it_is_sent() throws Exception {
        String code = callback().get("code");
        assertRefused(
                provider.verify(new SocialProof.Code(
                        Secret.of(code), REDIRECT, Secret.of(VERIFIER), CLIENT, NONCE, "https://evil.example")),
                "another issuer");
        assertThat(site.requests("/token")).isZero();
    }

    @Test
    void a_callback_names_its_issuer_where_one_is_announced() throws Exception {
        assertThat(provider.isCallbackFrom(site.issuer())).isTrue();
        assertThat(provider.isCallbackFrom(null)).isFalse();
        assertThat(provider.isCallbackFrom("https://evil.example")).isFalse();
        assertThat(provider.isCallbackFrom(site.issuer() + "/")).isFalse();
        assertThat(provider.isCallbackFrom("")).isFalse();
        try (MockOpenIdProvider silent =
                MockOpenIdProvider.start().metadata("authorization_response_iss_parameter_supported", false)) {
            SocialProvider other = SocialProviders.openId("silent", silent.issuer(), client());
            assertThat(other.isCallbackFrom(null)).isTrue();
            assertThat(other.isCallbackFrom(silent.issuer())).isTrue();
            assertThat(other.isCallbackFrom(site.issuer())).isFalse();
        }
    }

    @Test
    void a_token_of_the_token_endpoint_is_verified_like_any_other() throws Exception {
        site.answer(
                "/token",
                200,
                "{\"token_type\":\"Bearer\",\"id_token\":\""
                        + site.idToken(NATIVE, "sub-7").nonce(NONCE).sign() + "\"}");
        assertRefused(provider.verify(code("c")), "another audience");
        site.answer(
                "/token",
                200,
                "{\"id_token\":\"" + site.idToken(CLIENT, "sub-7").sign() + "\"}");
        assertRefused(provider.verify(code("c")), "another nonce");
        site.answer("/token", 200, "{\"access_token\":\"x\",\"token_type\":\"Bearer\"}");
        assertThatExceptionOfType(SocialUnavailableException.class)
                .isThrownBy(() -> provider.verify(code("c")))
                .withMessageContaining("without ID token");
    }

    @Test
    void what_is_wrong_with_us_or_with_the_provider_says_nothing_of_the_person() throws Exception {
        for (String error : new String[] {"invalid_client", "unauthorized_client", "server_error"}) {
            site.answer("/token", 401, "{\"error\":\"" + error + "\"}");
            assertThatExceptionOfType(SocialUnavailableException.class)
                    .isThrownBy(() -> provider.verify(code("c")))
                    .withMessageContaining(error);
        }
        site.answer("/token", 502, "<html>");
        assertThatExceptionOfType(SocialUnavailableException.class).isThrownBy(() -> provider.verify(code("c")));
    }

    @Test
    void a_verifier_that_none_can_be_is_refused() throws Exception {
        for (String verifier : new String[] {"", "short", "x".repeat(129), "ü".repeat(50)}) {
            assertRefused(
                    provider.verify(
                            new SocialProof.Code(Secret.of("c"), REDIRECT, Secret.of(verifier), CLIENT, NONCE, null)),
                    "verifier");
        }
        assertRefused(provider.verify(code("")), "code");
    }

    @Test
    void the_secret_goes_in_the_body_where_the_header_is_not_taken() throws Exception {
        site.metadata("token_endpoint_auth_methods_supported", java.util.List.of("client_secret_post"));
        assertThat(person(provider.verify(code(callback().get("code")))).subject())
                .isEqualTo("sub-7");
    }

    @Test
    void a_public_client_has_pkce_alone() throws Exception {
        SocialProvider bare = SocialProviders.openId(
                "bare",
                site.issuer(),
                OAuthClient.of("app").redirectUris(REDIRECT).clock(clock).allowInsecureLoopback());
        Map<String, String> callback = follow(bare.authorizationUri(request()));
        SocialProof.Code code = new SocialProof.Code(
                Secret.of(callback.get("code")), REDIRECT, Secret.of(VERIFIER), null, NONCE, callback.get("iss"));
        assertThat(person(bare.verify(code)).subject()).isEqualTo("sub-7");
    }

    @Test
    void codes_and_secrets_are_never_printed() throws Exception {
        SocialProof.Code code = code("top-secret-code");
        assertThat(code + " " + provider + " " + client() + provider.verify(code))
                .doesNotContain("top-secret-code", SECRET, VERIFIER);
    }

    private static AuthorizationRequest request() {
        return new AuthorizationRequest(REDIRECT, "st", NONCE, CHALLENGE);
    }

    private SocialProof.Code code(String code) {
        return new SocialProof.Code(Secret.of(code), REDIRECT, Secret.of(VERIFIER), CLIENT, NONCE, site.issuer());
    }

    private Map<String, String> callback() throws Exception {
        return follow(provider.authorizationUri(request()));
    }

    static Map<String, String> follow(URI uri) throws Exception {
        HttpResponse<Void> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding());
        return query(URI.create(answer.headers().firstValue("Location").orElseThrow()));
    }

    static Map<String, String> query(URI uri) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : uri.getRawQuery().split("&")) {
            String[] parts = field.split("=", 2);
            fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return fields;
    }
}
