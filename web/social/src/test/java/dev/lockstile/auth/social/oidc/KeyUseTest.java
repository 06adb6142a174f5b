package dev.lockstile.auth.social.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialEvent;
import dev.lockstile.auth.social.SocialEvents;
import dev.lockstile.auth.social.SocialProof;
import dev.lockstile.auth.social.SocialProvider;
import dev.lockstile.auth.social.SocialUnavailableException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a published key may be used for, and how a token may name one. */
final class KeyUseTest extends ProviderTest {

    private static final String UNKNOWN = "not one of the provider's";

    private final ECKey key = key("k1");
    private final ECKey other = key("k2");

    @Test
    void a_key_that_is_not_for_verifying_verifies_nothing() throws Exception {
        publish(other, new ECKey.Builder(key).keyUse(KeyUse.ENCRYPTION).build());
        assertRefused(signed("k1"), UNKNOWN);
    }

    @Test
    void a_key_with_other_operations_verifies_nothing() throws Exception {
        publish(
                other,
                new ECKey.Builder(key)
                        .keyOperations(Set.of(KeyOperation.ENCRYPT))
                        .build());
        assertRefused(signed("k1"), UNKNOWN);
    }

    @Test
    void a_key_for_signatures_that_may_verify_does() throws Exception {
        publish(new ECKey.Builder(key)
                .keyUse(KeyUse.SIGNATURE)
                .keyOperations(Set.of(KeyOperation.VERIFY))
                .build());
        assertThat(proven(signed("k1")).subject()).isEqualTo("sub-1");
    }

    @Test
    void a_key_of_another_issuer_verifies_no_token_of_this_one() throws Exception {
        String set = Forge.set(key);
        site.answer("/keys", 200, set.replace("\"kty\"", "\"issuer\":\"https://other.example\",\"kty\""));
        assertRefused(signed("k1"), "something else");
    }

    @Test
    void issuers_tell_their_keys_and_events_from_others() {
        Json claims = new Json(Map.of());
        for (IssuerRule rule : new IssuerRule[] {
            IssuerRule.exactly("https://accounts.google.com"), new GoogleIssuer("https://accounts.google.com")
        }) {
            assertThat(rule.isKeyFor(null, claims)).isTrue();
            assertThat(rule.isKeyFor("https://accounts.google.com", claims)).isTrue();
            assertThat(rule.isKeyFor("https://other.example", claims)).isFalse();
            assertThat(rule.isEventIssuer("https://accounts.google.com")).isTrue();
            assertThat(rule.isEventIssuer("https://accounts.google.com/")).isTrue();
            assertThat(rule.isEventIssuer("https://other.example")).isFalse();
            assertThat(rule.isEventIssuer(null)).isFalse();
            assertThat(rule.hasMany()).isFalse();
        }
    }

    @Test
    void a_key_id_has_255_characters_at_most() throws Exception {
        publish(new ECKey.Builder(key).keyID("k".repeat(255)).build());
        assertThat(proven(signed("k".repeat(255))).subject()).isEqualTo("sub-1");
        assertRefused(signed("k".repeat(256)), "kid is too long");
        assertThat(site.requests("/keys")).isEqualTo(1);
    }

    @Test
    void a_set_has_100_keys_at_most() throws Exception {
        publish(named(100));
        assertThat(proven(signed("key-99")).subject()).isEqualTo("sub-1");
        SocialProvider other = SocialProviders.openId("other", site.issuer(), client());
        publish(named(101));
        assertThatExceptionOfType(SocialUnavailableException.class)
                .isThrownBy(() -> other.verify(new SocialProof.IdToken(Secret.of(signed("key-99")), NONCE)));
    }

    @Test
    void a_withdrawn_key_ends_after_an_hour_whichever_thread_asks() throws Exception {
        publish(key);
        proven(signed("k1"));
        publish(other);
        proven(signed("k1"));
        clock.pass(Duration.ofHours(1).plusSeconds(1));
        assertRefused(signed("k1"), UNKNOWN);
        publish(key);
        clock.pass(Duration.ofHours(1).plusSeconds(1));
        ExecutorService another = Executors.newSingleThreadExecutor();
        try {
            assertThat(another.submit(() -> proven(signed("k1")).subject()).get())
                    .isEqualTo("sub-1");
        } finally {
            another.shutdownNow();
        }
    }

    @Test
    void an_event_in_an_algorithm_that_the_host_does_not_take_is_refused() throws Exception {
        SocialProvider rsaAlone = SocialProviders.openId(
                "acme",
                site.issuer(),
                client().algorithms(IdTokenAlgorithm.RS256).receiveEvents());
        String event = site.securityEvent(CLIENT, "risc/event-type/account-disabled", "sub-1")
                .sign();
        EventFixture.assertRefused(
                rsaAlone, SocialEvent.Delivery.SECURITY_EVENT, event, SocialEvents.Refusal.INVALID_REQUEST);
    }

    private JWK[] named(int many) {
        return IntStream.range(0, many)
                .mapToObj(n -> new ECKey.Builder(key).keyID("key-" + n).build())
                .toArray(JWK[]::new);
    }

    private void publish(JWK... keys) {
        site.answer("/keys", 200, Forge.set(keys));
    }

    private String signed(String kid) {
        return Forge.sign(key, JWSAlgorithm.ES256, token().claims(), header -> header.keyID(kid));
    }

    private static ECKey key(String kid) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
