package dev.lockstile.auth.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import dev.lockstile.auth.secret.Sha256;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The provider that tests sign in with behaves as one, until it is told not to. */
final class MockOpenIdProviderTest {

    private static final String VERIFIER = "v".repeat(50);
    private static final String REDIRECT = "https://host.example/callback";

    private final MockOpenIdProvider provider = MockOpenIdProvider.start().client("web", "pass word");

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void id_tokens_are_signed_with_the_published_key() throws Exception {
        JWSObject token = JWSObject.parse(
                provider.idToken("web", "7").verifiedEmail("ana@example.com").sign());
        var key = JWKSet.parse(get("/keys").body())
                .getKeyByKeyId(token.getHeader().getKeyID());
        assertThat(token.verify(new ECDSAVerifier(key.toECKey()))).isTrue();
        assertThat(token.getPayload().toJSONObject()).containsEntry("email_verified", true);
        provider.rotateKeys();
        assertThat(get("/keys").body()).doesNotContain(token.getHeader().getKeyID());
    }

    @Test
    void a_code_is_redeemed_once_with_secret_and_verifier() throws Exception {
        assertThat(authorize("")).contains("error=access_denied", "state=s");
        provider.signsIn("7", Map.of("email", "ana@example.com"));
        String code = code();
        assertThat(redeem(code, "pass+word", VERIFIER).body()).contains("id_token");
        assertThat(redeem(code, "pass+word", VERIFIER).body()).contains("invalid_grant");
        assertThat(redeem(code(), "pass+word", "w".repeat(50)).body()).contains("invalid_grant");
        assertThat(redeem(code(), "another", VERIFIER).body()).contains("invalid_client");
    }

    @Test
    void a_form_is_sent_on_where_one_is_asked_for() throws Exception {
        provider.signsIn("7", Map.of());
        assertThat(get("/authorize?redirect_uri=" + REDIRECT + "&state=%22s&response_mode=form_post")
                        .body())
                .contains("action=\"" + REDIRECT + "\"", "name=\"code\"", "value=\"&quot;s\"");
    }

    @Test
    void answers_are_replaced_and_mended() throws Exception {
        provider.answer("/keys", 503, "{}");
        assertThat(get("/keys").statusCode()).isEqualTo(503);
        provider.mend("/keys");
        assertThat(get("/keys").statusCode()).isEqualTo(200);
        assertThat(provider.requests("/keys")).isEqualTo(2);
    }

    private String code() throws Exception {
        return authorize("").replaceFirst(".*[?&]code=([^&]*).*", "$1");
    }

    private String authorize(String more) throws Exception {
        return get("/authorize?client_id=web&state=s&nonce=n&redirect_uri=" + REDIRECT + "&code_challenge="
                        + Sha256.textOf(VERIFIER) + more)
                .headers()
                .firstValue("Location")
                .orElse("");
    }

    private HttpResponse<String> redeem(String code, String secret, String verifier) throws Exception {
        String form = "grant_type=authorization_code&client_id=web&client_secret=" + secret + "&code=" + code
                + "&redirect_uri=" + REDIRECT + "&code_verifier=" + verifier;
        return send(HttpRequest.newBuilder(URI.create(provider.issuer() + "/token"))
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(provider.issuer() + path)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
