package dev.lockstile.auth.social.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialEvent;
import dev.lockstile.auth.social.SocialEvents;
import dev.lockstile.auth.social.SocialProvider;
import dev.lockstile.auth.social.SocialUnavailableException;
import dev.lockstile.auth.testkit.http.MockEventToken;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What another user would like a provider to have told of accounts. */
final class EventAttacksTest extends EventFixture {

    @Test
    void nothing_is_taken_that_was_not_switched_on() throws Exception {
        assertThat(provider.eventDeliveries()).isEmpty();
        assertRefused(provider, SocialEvent.Delivery.SECURITY_EVENT, event().sign(), SocialEvents.Refusal.OFF);
        SocialProvider logoutOnly = SocialProviders.openId("acme", site.issuer(), client().receiveBackChannelLogout());
        assertThat(logoutOnly.eventDeliveries()).containsExactly(SocialEvent.Delivery.LOGOUT);
        assertRefused(logoutOnly, SocialEvent.Delivery.SECURITY_EVENT, event().sign(), SocialEvents.Refusal.OFF);
        assertThat(site.requests("/keys")).as("asked for keys").isZero();
    }

    @Test
    void an_event_of_another_issuer_or_for_somebody_else_is_refused_before_keys_are_asked_for() throws Exception {
        for (Object other :
                new Object[] {"https://evil.example", site.issuer() + "/", 7, List.of(site.issuer()), null}) {
            assertPushRefused(event().claim("iss", other), SocialEvents.Refusal.INVALID_ISSUER);
        }
        for (Object other : new Object[] {"another-client", List.of(), 7, List.of(CLIENT, 7), null}) {
            assertPushRefused(event().claim("aud", other), SocialEvents.Refusal.INVALID_AUDIENCE);
        }
        assertThat(site.requests("/keys")).isZero();
    }

    @Test
    void a_token_of_another_kind_is_no_event() throws Exception {
        String idToken = token().sign();
        for (SocialEvent.Delivery delivery : telling.eventDeliveries()) {
            assertRefused(telling, delivery, idToken, SocialEvents.Refusal.INVALID_REQUEST);
        }
        assertPushRefused(event().claim("exp", clock.instant().plusSeconds(60).getEpochSecond()));
        assertPushRefused(event().claim("sub", "sub-1"));
        assertPushRefused(event().claim("nonce", "n"));
        assertPushRefused(event().type("at+jwt"));
        assertPushRefused(event().type("logout+jwt"));
        assertRefused(
                telling,
                SocialEvent.Delivery.SECURITY_EVENT,
                site.logoutToken(CLIENT, "sub-1").sign(),
                SocialEvents.Refusal.INVALID_REQUEST);
        assertLogoutRefused(token -> token.type("secevent+jwt"));
        assertThat(site.requests("/keys")).isZero();
    }

    @Test
    void an_event_is_no_id_token() throws Exception {
        assertRefused(event().sign(), "another type");
        String logout = site.logoutToken(CLIENT, "sub-1")
                .type(null)
                .claim("nonce", NONCE)
                .sign();
        assertRefused(logout, "another type");
    }

    @Test
    void times_and_id_are_those_of_an_event() throws Exception {
        long now = clock.instant().getEpochSecond();
        for (Object other : new Object[] {now + 61, "soon", null}) {
            assertPushRefused(event().claim("iat", other));
        }
        for (Object other : new Object[] {"", " ", "x".repeat(256), 7, null}) {
            assertPushRefused(event().claim("jti", other));
        }
    }

    @Test
    void events_has_one_member_that_is_an_object() throws Exception {
        Map<String, Object> two = Map.of(RISC + "account-purged", Map.of(), RISC + "account-enabled", Map.of());
        for (Object other : new Object[] {
            Map.of(), two, List.of(), "{}", Map.of(RISC + "account-purged", "yes"), RISC + "account-purged", null
        }) {
            assertPushRefused(event().claim("events", other));
        }
    }

    @Test
    void only_the_providers_keys_sign_an_event() throws Exception {
        ECKey stranger = new ECKeyGenerator(Curve.P_256).keyID("e1").generate();
        Map<String, Object> claims = event().claims();
        String forged = Forge.sign(stranger, JWSAlgorithm.ES256, claims);
        assertRefused(telling, SocialEvent.Delivery.SECURITY_EVENT, forged, SocialEvents.Refusal.INVALID_KEY);
        String renamed = Forge.sign(stranger, JWSAlgorithm.ES256, claims, header -> header.keyID(keyId()));
        assertRefused(telling, SocialEvent.Delivery.SECURITY_EVENT, renamed, SocialEvents.Refusal.INVALID_KEY);
        String carried = Forge.sign(stranger, JWSAlgorithm.ES256, claims, header -> header.jwk(stranger.toPublicJWK()));
        assertRefused(telling, SocialEvent.Delivery.SECURITY_EVENT, carried, SocialEvents.Refusal.INVALID_REQUEST);
        byte[] published = site.keySet().getBytes(StandardCharsets.UTF_8);
        for (String token : List.of(
                Forge.hmac(published, keyId(), claims),
                Forge.unsigned("{\"alg\":\"none\"}", claims),
                Forge.unsigned("{\"alg\":\"none\"}", claims) + "AAAA",
                "",
                "x".repeat(20_000),
                event().sign() + ".AAAA")) {
            assertRefused(telling, SocialEvent.Delivery.SECURITY_EVENT, token, SocialEvents.Refusal.INVALID_REQUEST);
        }
        verified(event());
    }

    @Test
    void unknown_keys_do_not_make_this_server_fetch_again_and_again() throws Exception {
        verified(event());
        ECKey stranger = new ECKeyGenerator(Curve.P_256).generate();
        int unavailable = 0;
        for (int i = 0; i < 20; i++) {
            String name = "stranger-" + i;
            String forged = Forge.sign(stranger, JWSAlgorithm.ES256, event().claims(), header -> header.keyID(name));
            try {
                telling.verifyEvent(SocialEvent.Delivery.SECURITY_EVENT, Secret.of(forged));
            } catch (SocialUnavailableException e) {
                unavailable++;
            }
        }
        assertThat(site.requests("/keys")).isLessThanOrEqualTo(5);
        assertThat(unavailable).isPositive();
        verified(event());
    }

    @Test
    void a_new_key_of_the_provider_is_fetched_and_known_ones_serve_while_it_is_down() throws Exception {
        verified(event());
        site.rotateKeys();
        verified(event());
        site.answer("/keys", 500, "{}");
        verified(event());
    }

    private String keyId() {
        return String.valueOf(((Map<?, ?>) ((List<?>) Json.parse(site.keySet())
                                .orElseThrow()
                                .members()
                                .get("keys"))
                        .get(0))
                .get("kid"));
    }

    private void assertPushRefused(MockEventToken token) throws SocialUnavailableException {
        assertPushRefused(token, SocialEvents.Refusal.INVALID_REQUEST);
    }

    private void assertPushRefused(MockEventToken token, SocialEvents.Refusal why) throws SocialUnavailableException {
        assertRefused(telling, SocialEvent.Delivery.SECURITY_EVENT, token.sign(), why);
    }
}
