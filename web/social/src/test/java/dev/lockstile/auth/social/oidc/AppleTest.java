package dev.lockstile.auth.social.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialPerson;
import dev.lockstile.auth.social.SocialProof;
import dev.lockstile.auth.social.SocialProvider;
import dev.lockstile.auth.social.SocialProvider.AuthorizationRequest;
import dev.lockstile.auth.testkit.http.MockOpenIdProvider;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Apple: the secret is a token that we sign, the callback a form, the address perhaps a relay. */
final class AppleTest extends ProviderTest {

    private static final String TEAM = "TEAM123456";
    private static final String KEY = "KEY1234567";

    private final ECKey key = key();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final SocialProvider apple = SocialProviders.apple(client(), appleKey(key), site.issuer());

    @BeforeEach
    void the_token_endpoint_takes_the_secret_in_the_body() {
        site.metadata("token_endpoint_auth_methods_supported", List.of("client_secret_post"));
        site.answer("/token", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer = ("{\"id_token\":\""
                            + token().claim("email", "x7@privaterelay.appleid.com")
                                    .claim("email_verified", "true")
                                    .claim("is_private_email", "true")
                                    .sign()
                            + "\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        });
    }

    @Test
    void browsers_come_back_with_a_form() throws Exception {
        assertThat(CodeExchangeTest.query(
                        apple.authorizationUri(new AuthorizationRequest(REDIRECT, "s", NONCE, CHALLENGE))))
                .containsEntry("response_mode", "form_post")
                .containsEntry("scope", "openid email name");
    }

    @Test
    void a_relay_that_apple_calls_verified_in_quotes_is() throws Exception {
        SocialPerson person = person(apple.verify(code(CLIENT)));
        assertThat(person.email()).isEqualTo("x7@privaterelay.appleid.com");
        assertThat(person.emailVerified()).isTrue();
    }

    @Test
    void the_secret_is_a_token_of_our_team_for_that_client_and_for_apple() throws Exception {
        apple.verify(code(CLIENT));
        SignedJWT secret = SignedJWT.parse(secret(0));
        assertThat(secret.verify(new ECDSAVerifier(key.toPublicJWK()))).isTrue();
        assertThat(secret.getHeader().getKeyID()).isEqualTo(KEY);
        assertThat(secret.getJWTClaimsSet().getIssuer()).isEqualTo(TEAM);
        assertThat(secret.getJWTClaimsSet().getSubject()).isEqualTo(CLIENT);
        assertThat(secret.getJWTClaimsSet().getAudience()).containsExactly(site.issuer());
        assertThat(secret.getJWTClaimsSet().getExpirationTime().toInstant())
                .isEqualTo(clock.instant().plus(Duration.ofHours(1)));
    }

    @Test
    void a_secret_is_used_again_until_it_ages_and_for_its_client_alone() throws Exception {
        apple.verify(code(CLIENT));
        apple.verify(code(CLIENT));
        apple.verify(code(NATIVE));
        clock.pass(Duration.ofMinutes(51));
        apple.verify(code(CLIENT));
        assertThat(secret(1)).isEqualTo(secret(0));
        assertThat(SignedJWT.parse(secret(2)).getJWTClaimsSet().getSubject()).isEqualTo(NATIVE);
        assertThat(secret(3)).isNotEqualTo(secret(0));
    }

    @Test
    void a_key_that_is_none_is_refused_and_not_quoted() {
        for (String pem : new String[] {"", "not base64!", "AAAA", "-----BEGIN PRIVATE KEY-----"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> AppleKey.of(TEAM, KEY, Secret.of(pem)))
                    .withMessage("the key is no PEM of a P-256 key in PKCS #8")
                    .withNoCause();
        }
        assertThatIllegalArgumentException().isThrownBy(() -> AppleKey.of("team", KEY, Secret.of("")));
        assertThatIllegalArgumentException().isThrownBy(() -> AppleKey.of(TEAM, "", Secret.of("")));
        assertThat(appleKey(key).toString()).isEqualTo("AppleKey[KEY1234567]");
    }

    private SocialProof.Code code(String clientId) {
        return new SocialProof.Code(Secret.of("c"), REDIRECT, Secret.of(VERIFIER), clientId, NONCE, null);
    }

    private String secret(int call) {
        String encoded = bodies.get(call).replaceFirst(".*client_secret=([^&]*).*", "$1");
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }

    /** A provider of Apple's manners, for other tests. */
    static SocialProvider apple(OAuthClient client, MockOpenIdProvider site) {
        return SocialProviders.apple(client, appleKey(key()), site.issuer());
    }

    private static AppleKey appleKey(ECKey key) {
        try {
            String body =
                    Base64.getMimeEncoder().encodeToString(key.toECPrivateKey().getEncoded());
            return AppleKey.of(
                    TEAM, KEY, Secret.of("-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n"));
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
