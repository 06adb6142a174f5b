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
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** F7, faults 4: a token counts if it was issued to our app, and an address of Facebook never as verified. */
final class FacebookTest extends ProviderTest {

    private static final String DEBUG = "/v23.0/debug_token";
    private static final String ME = "/v23.0/me";
    private static final String TOKEN = "/v23.0/oauth/access_token";

    private final SocialProvider facebook =
            SocialProviders.facebook(app().emailAuthoritative(), site.issuer(), site.issuer());

    @BeforeEach
    void facebook_answers() {
        inspected("\"is_valid\":true,\"app_id\":\"our-client\",\"user_id\":\"42\",\"issued_at\":1772359200");
        site.answer(
                ME,
                200,
                "{\"id\":\"42\",\"name\":\"Ana Example\",\"first_name\":\"Ana\",\"email\":\"ana@example.com\"}");
        site.answer(TOKEN, 200, "{\"access_token\":\"EAAB\",\"token_type\":\"bearer\"}");
    }

    @Test
    void a_person_comes_with_an_address_that_is_not_verified() throws Exception {
        SocialPerson person = person(facebook.verify(accessToken()));
        assertThat(person.subject()).isEqualTo("42");
        assertThat(person.email()).isEqualTo("ana@example.com");
        assertThat(person.emailVerified()).isFalse();
        assertThat(person.names().given()).isEqualTo("Ana");
        assertThat(person.issuedAt()).isEqualTo(clock.instant());
        assertThat(person.authenticatedAt()).isNull();
        assertThat(facebook.tellsProofTimes()).isFalse();
        assertThat(person(facebook.verify(code())).subject()).isEqualTo("42");
    }

    @Test
    void a_token_of_another_app_is_refused_before_it_is_used() throws Exception {
        for (String data : new String[] {
            "\"is_valid\":true,\"app_id\":\"another-app\",\"user_id\":\"42\"",
            "\"is_valid\":false,\"app_id\":\"our-client\",\"user_id\":\"42\"",
            "\"app_id\":\"our-client\",\"user_id\":\"42\"",
            "\"is_valid\":true,\"app_id\":\"our-client\"",
            "\"is_valid\":true,\"user_id\":\"42\"",
            ""
        }) {
            inspected(data);
            assertRefused(facebook.verify(accessToken()), "not issued to our app");
            assertRefused(facebook.verify(code()), "not issued to our app");
        }
        assertThat(site.requests(ME)).isZero();
    }

    @Test
    void the_person_is_the_one_that_the_token_was_issued_for() throws Exception {
        site.answer(ME, 200, "{\"id\":\"43\",\"email\":\"ana@example.com\"}");
        assertRefused(facebook.verify(accessToken()), "another account");
    }

    @Test
    void calls_with_a_persons_token_carry_a_proof_of_the_apps_secret() throws Exception {
        List<String> queries = new CopyOnWriteArrayList<>();
        site.answer(ME, exchange -> {
            queries.add(exchange.getRequestURI().getQuery());
            byte[] body = "{\"id\":\"42\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        person(facebook.verify(accessToken()));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String proof = HexFormat.of().formatHex(mac.doFinal("EAAB".getBytes(StandardCharsets.UTF_8)));
        assertThat(queries).singleElement().asString().contains("access_token=EAAB", "appsecret_proof=" + proof);
    }

    @Test
    void without_the_apps_secret_there_is_no_facebook() {
        OAuthClient bare = OAuthClient.of("our-client").redirectUris(REDIRECT);
        assertThatIllegalArgumentException().isThrownBy(() -> SocialProviders.facebook(bare));
        assertThatIllegalArgumentException().isThrownBy(() -> SocialProviders.facebook(client()));
    }

    @Test
    void a_code_that_facebook_refuses_is_refused_and_an_outage_is_none() throws Exception {
        site.answer(TOKEN, 400, "{\"error\":{\"message\":\"This authorization code has been used.\",\"code\":100}}");
        assertRefused(facebook.verify(code()), "refuses the code");
        site.answer(TOKEN, 400, "{\"error\":{\"message\":\"Error validating client secret.\",\"code\":1}}");
        assertThatExceptionOfType(SocialUnavailableException.class).isThrownBy(() -> facebook.verify(code()));
        site.answer(DEBUG, 500, "{}");
        assertThatExceptionOfType(SocialUnavailableException.class).isThrownBy(() -> facebook.verify(accessToken()));
        site.answer(DEBUG, 400, "{}");
        assertRefused(facebook.verify(accessToken()), "refuses the token");
    }

    @Test
    void a_token_is_not_tied_to_a_transaction_by_pretence() throws Exception {
        assertRefused(facebook.verify(new SocialProof.AccessToken(Secret.of("EAAB"), NONCE)), "no nonce");
        assertRefused(facebook.verify(new SocialProof.IdToken(Secret.of("EAAB"), NONCE)), "no ID tokens");
        assertRefused(facebook.verify(new SocialProof.AccessToken(Secret.of("a b"), null)), "is none");
    }

    @Test
    void browsers_are_sent_with_state_and_pkce() throws Exception {
        assertThat(CodeExchangeTest.query(
                        facebook.authorizationUri(new AuthorizationRequest(REDIRECT, "s", NONCE, CHALLENGE))))
                .containsEntry("state", "s")
                .containsEntry("redirect_uri", REDIRECT)
                .containsEntry("code_challenge", CHALLENGE)
                .containsEntry("scope", "email,public_profile");
        assertThat(facebook.isCallbackFrom("https://evil.example")).isFalse();
        assertThat(facebook.isCallbackFrom(null)).isTrue();
    }

    private void inspected(String data) {
        site.answer(DEBUG, 200, "{\"data\":{" + data + "}}");
    }

    private OAuthClient app() {
        return OAuthClient.of("our-client")
                .secret(Secret.of(SECRET))
                .redirectUris(REDIRECT)
                .clock(clock)
                .allowInsecureLoopback();
    }

    private static SocialProof accessToken() {
        return new SocialProof.AccessToken(Secret.of("EAAB"), null);
    }

    private static SocialProof code() {
        return new SocialProof.Code(Secret.of("c"), REDIRECT, Secret.of(VERIFIER), null, NONCE, null);
    }
}
