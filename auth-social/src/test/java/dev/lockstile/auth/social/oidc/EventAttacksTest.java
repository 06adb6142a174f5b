package dev.lockstile.auth.social.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialEvent;
import dev.lockstile.auth.social.SocialEventDelivery;
import dev.lockstile.auth.social.SocialEventRefusal;
import dev.lockstile.auth.social.SocialEventType;
import dev.lockstile.auth.social.SocialEventVerdict;
import dev.lockstile.auth.social.SocialProvider;
import dev.lockstile.auth.social.SocialUnavailableException;
import dev.lockstile.auth.testkit.http.MockEventToken;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What a provider tells of accounts, and what somebody else would like it to have told. */
final class EventAttacksTest extends ProviderTest {

    private static final String DISABLED = "risc/event-type/account-disabled";
    private static final String RISC = "https://schemas.openid.net/secevent/risc/event-type/";

    private final SocialProvider telling = SocialProviders.openId(
            "acme", site.issuer(), client().receiveEvents().receiveBackChannelLogout());

    @Test
    void nothing_is_taken_that_was_not_switched_on() throws Exception {
        assertThat(provider.eventDeliveries()).isEmpty();
        assertRefused(provider, SocialEventDelivery.SECURITY_EVENT, event().sign(), SocialEventRefusal.OFF);
        SocialProvider logoutOnly = SocialProviders.openId("acme", site.issuer(), client().receiveBackChannelLogout());
        assertThat(logoutOnly.eventDeliveries()).containsExactly(SocialEventDelivery.LOGOUT);
        assertRefused(logoutOnly, SocialEventDelivery.SECURITY_EVENT, event().sign(), SocialEventRefusal.OFF);
        assertThat(site.requests("/keys")).as("asked for keys").isZero();
    }

    @Test
    void a_provider_that_sends_none_is_not_configured_to() {
        assertThatThrownBy(() -> SocialProviders.microsoft("common", client().receiveEvents()))
                .hasMessageContaining("sends no events");
        assertThatThrownBy(() -> SocialProviders.google(client().receiveBackChannelLogout()))
                .hasMessageContaining("sends no logout tokens");
        OAuthClient one = OAuthClient.of(CLIENT).secret(Secret.of(SECRET)).redirectUris(REDIRECT);
        assertThatThrownBy(() -> SocialProviders.gitHub(one.receiveEvents())).hasMessageContaining("sends no events");
        assertThatThrownBy(() -> SocialProviders.facebook(one.receiveBackChannelLogout()))
                .hasMessageContaining("sends no logout tokens");
    }

    @Test
    void an_event_names_issuer_and_subject_in_each_spelling_there_is() throws Exception {
        Map<String, Object> risc = Map.of("subject_type", "iss-sub", "iss", site.issuer(), "sub", "sub-1");
        Map<String, Object> draft = Map.of("subject_type", "iss_sub", "iss", site.issuer(), "sub", "sub-1");
        for (Map<String, Object> named : List.of(risc, draft)) {
            SocialEvent read =
                    verified(event().claim("events", Map.of(RISC + "account-purged", Map.of("subject", named))));
            assertThat(read.subject()).isEqualTo("sub-1");
            assertThat(read.type()).isEqualTo(SocialEventType.ACCOUNT_PURGED);
        }
        SocialEvent rfc = verified(event().claim("events", Map.of(RISC + "sessions-revoked", Map.of()))
                .claim("sub_id", Map.of("format", "iss_sub", "iss", site.issuer(), "sub", "sub-2"))
                .claim("aud", List.of("somebody-else", NATIVE)));
        assertThat(rfc.subject()).isEqualTo("sub-2");
        assertThat(rfc.issuer()).isEqualTo(site.issuer());
        assertThat(rfc.issuedAt()).isEqualTo(clock.instant());
    }

    @Test
    void what_names_the_subject_otherwise_is_about_nobody() throws Exception {
        for (Map<String, Object> named : List.<Map<String, Object>>of(
                Map.of("format", "email", "email", "ana@example.com", "sub", "sub-1"),
                Map.of("format", "iss_sub", "iss", "https://evil.example", "sub", "sub-1"),
                Map.of("format", "iss_sub", "sub", "sub-1"),
                Map.of("format", "iss_sub", "iss", site.issuer(), "sub", 7),
                Map.of("format", "iss_sub", "iss", site.issuer(), "sub", "x".repeat(256)),
                Map.of("format", "opaque", "id", "sub-1"))) {
            SocialEvent read =
                    verified(event().claim("events", Map.of(RISC + "account-purged", Map.of("subject", named))));
            assertThat(read.subject()).as("%s", named).isNull();
        }
        assertThat(verified(event().claim("events", Map.of(RISC + "verification", Map.of("state", "x"))))
                        .type())
                .isEqualTo(SocialEventType.VERIFICATION);
        assertThat(verified(event().claim("events", Map.of("urn:something-new", Map.of())))
                        .type())
                .isEqualTo(SocialEventType.OTHER);
    }

    @Test
    void an_event_of_another_issuer_or_for_somebody_else_is_refused_before_keys_are_asked_for() throws Exception {
        for (Object other :
                new Object[] {"https://evil.example", site.issuer() + "/", 7, List.of(site.issuer()), null}) {
            assertPushRefused(event().claim("iss", other), SocialEventRefusal.INVALID_ISSUER);
        }
        for (Object other : new Object[] {"another-client", List.of(), 7, List.of(CLIENT, 7), null}) {
            assertPushRefused(event().claim("aud", other), SocialEventRefusal.INVALID_AUDIENCE);
        }
        assertThat(site.requests("/keys")).isZero();
    }

    @Test
    void a_token_of_another_kind_is_no_event() throws Exception {
        String idToken = token().sign();
        for (SocialEventDelivery delivery : telling.eventDeliveries()) {
            assertRefused(telling, delivery, idToken, SocialEventRefusal.INVALID_REQUEST);
        }
        assertPushRefused(event().claim("exp", clock.instant().plusSeconds(60).getEpochSecond()));
        assertPushRefused(event().claim("sub", "sub-1"));
        assertPushRefused(event().claim("nonce", "n"));
        assertPushRefused(event().type("at+jwt"));
        assertPushRefused(event().type("logout+jwt"));
        assertRefused(
                telling,
                SocialEventDelivery.SECURITY_EVENT,
                site.logoutToken(CLIENT, "sub-1").sign(),
                SocialEventRefusal.INVALID_REQUEST);
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
        assertRefused(telling, SocialEventDelivery.SECURITY_EVENT, forged, SocialEventRefusal.INVALID_KEY);
        String renamed = Forge.sign(stranger, JWSAlgorithm.ES256, claims, header -> header.keyID(keyId()));
        assertRefused(telling, SocialEventDelivery.SECURITY_EVENT, renamed, SocialEventRefusal.INVALID_KEY);
        String carried = Forge.sign(stranger, JWSAlgorithm.ES256, claims, header -> header.jwk(stranger.toPublicJWK()));
        assertRefused(telling, SocialEventDelivery.SECURITY_EVENT, carried, SocialEventRefusal.INVALID_REQUEST);
        byte[] published = site.keySet().getBytes(StandardCharsets.UTF_8);
        for (String token : List.of(
                Forge.hmac(published, keyId(), claims),
                Forge.unsigned("{\"alg\":\"none\"}", claims),
                Forge.unsigned("{\"alg\":\"none\"}", claims) + "AAAA",
                "",
                "x".repeat(20_000),
                event().sign() + ".AAAA")) {
            assertRefused(telling, SocialEventDelivery.SECURITY_EVENT, token, SocialEventRefusal.INVALID_REQUEST);
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
                telling.verifyEvent(SocialEventDelivery.SECURITY_EVENT, Secret.of(forged));
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

    @Test
    void a_logout_token_is_what_the_specification_says() throws Exception {
        SocialEvent read = verified(site.logoutToken(CLIENT, "sub-1").claim("sid", "s-1"), SocialEventDelivery.LOGOUT);
        assertThat(read.type()).isEqualTo(SocialEventType.LOGOUT);
        assertThat(read.subject()).isEqualTo("sub-1");
        verified(site.logoutToken(CLIENT, "sub-1").type(null), SocialEventDelivery.LOGOUT);
        verified(site.logoutToken(CLIENT, "sub-1").type("JWT"), SocialEventDelivery.LOGOUT);
        long now = clock.instant().getEpochSecond();
        assertLogoutRefused(token -> token.claim("nonce", "n"));
        assertLogoutRefused(token -> token.claim("sub", null).claim("sid", "s-1"));
        assertLogoutRefused(token -> token.claim("exp", null));
        assertLogoutRefused(token -> token.claim("exp", now - 61));
        assertLogoutRefused(token -> token.claim("iat", now + 61));
        assertLogoutRefused(token -> token.claim("jti", null));
        assertLogoutRefused(token -> token.claim("events", null));
        assertLogoutRefused(token -> token.claim("events", Map.of("http://schemas.openid.net/event/other", Map.of())));
        assertLogoutRefused(
                token -> token.claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", "yes")));
    }

    @Test
    void googles_events_write_its_issuer_with_a_slash() throws Exception {
        SocialProvider google = SocialProviders.google(client().receiveEvents(), site.issuer());
        assertThat(google.eventDeliveries()).containsExactly(SocialEventDelivery.SECURITY_EVENT);
        Map<String, Object> named = Map.of("subject_type", "iss-sub", "iss", site.issuer() + "/", "sub", "sub-1");
        String token = event().type(null)
                .claim("iss", site.issuer() + "/")
                .claim("events", Map.of(RISC + "account-disabled", Map.of("subject", named, "reason", "hijacking")))
                .sign();
        SocialEvent read = event(google.verifyEvent(SocialEventDelivery.SECURITY_EVENT, Secret.of(token)));
        assertThat(read.issuer()).as("as accounts are keyed by it").isEqualTo(site.issuer());
        assertThat(read.subject()).isEqualTo("sub-1");
        assertThat(IssuerRule.exactly("https://accounts.google.com").isEventIssuer("https://accounts.google.com/"))
                .as("configured by its issuer alone")
                .isTrue();
        assertThat(IssuerRule.exactly("https://id.example").isEventIssuer("https://id.example/"))
                .isFalse();
    }

    @Test
    void apples_notifications_hold_their_event_as_text() throws Exception {
        SocialProvider apple = AppleTest.apple(client().receiveEvents(), site);
        assertThat(apple.eventDeliveries()).containsExactly(SocialEventDelivery.NOTIFICATION);
        for (Map.Entry<String, SocialEventType> type : Map.of(
                        "consent-revoked", SocialEventType.CONSENT_REVOKED,
                        "account-delete", SocialEventType.ACCOUNT_PURGED,
                        "account-deleted", SocialEventType.ACCOUNT_PURGED,
                        "email-disabled", SocialEventType.EMAIL_DISABLED,
                        "email-enabled", SocialEventType.EMAIL_ENABLED,
                        "something-new", SocialEventType.OTHER)
                .entrySet()) {
            String token = site.notification(CLIENT, type.getKey(), "sub-1").sign();
            SocialEvent read = event(apple.verifyEvent(SocialEventDelivery.NOTIFICATION, Secret.of(token)));
            assertThat(read.type()).isEqualTo(type.getValue());
            assertThat(read.subject()).isEqualTo("sub-1");
        }
        for (MockEventToken odd : List.of(
                notification().claim("events", "[]"),
                notification().claim("events", "not json"),
                notification().claim("events", "{\"type\":\"account-delete\"}"),
                notification().claim("events", "{\"sub\":\"sub-1\"}"),
                notification().claim("events", null),
                notification().claim("sub", "sub-1"),
                notification().claim("nonce", "n"),
                notification().claim("exp", clock.instant().minusSeconds(61).getEpochSecond()))) {
            assertRefused(apple, SocialEventDelivery.NOTIFICATION, odd.sign(), SocialEventRefusal.INVALID_REQUEST);
        }
        assertRefused(
                apple,
                SocialEventDelivery.NOTIFICATION,
                notification().claim("aud", "another-app").sign(),
                SocialEventRefusal.INVALID_AUDIENCE);
        assertThat(SocialProviders.openId("apple", "https://appleid.apple.com", client().receiveEvents())
                        .eventDeliveries())
                .as("configured by its issuer alone")
                .containsExactly(SocialEventDelivery.NOTIFICATION);
    }

    private MockEventToken event() {
        return site.securityEvent(CLIENT, DISABLED, "sub-1");
    }

    private MockEventToken notification() {
        return site.notification(CLIENT, "account-delete", "sub-1");
    }

    private String keyId() {
        return String.valueOf(((Map<?, ?>) ((List<?>) Json.parse(site.keySet())
                                .orElseThrow()
                                .members()
                                .get("keys"))
                        .get(0))
                .get("kid"));
    }

    private SocialEvent verified(MockEventToken token) throws SocialUnavailableException {
        return verified(token, SocialEventDelivery.SECURITY_EVENT);
    }

    private SocialEvent verified(MockEventToken token, SocialEventDelivery delivery) throws SocialUnavailableException {
        return event(telling.verifyEvent(delivery, Secret.of(token.sign())));
    }

    private static SocialEvent event(SocialEventVerdict verdict) {
        assertThat(verdict).isInstanceOf(SocialEventVerdict.Verified.class);
        return ((SocialEventVerdict.Verified) verdict).event();
    }

    private void assertLogoutRefused(UnaryOperator<MockEventToken> change) throws SocialUnavailableException {
        String token = change.apply(site.logoutToken(CLIENT, "sub-1")).sign();
        assertRefused(telling, SocialEventDelivery.LOGOUT, token, SocialEventRefusal.INVALID_REQUEST);
    }

    private void assertPushRefused(MockEventToken token) throws SocialUnavailableException {
        assertPushRefused(token, SocialEventRefusal.INVALID_REQUEST);
    }

    private void assertPushRefused(MockEventToken token, SocialEventRefusal why) throws SocialUnavailableException {
        assertRefused(telling, SocialEventDelivery.SECURITY_EVENT, token.sign(), why);
    }

    private static void assertRefused(
            SocialProvider provider, SocialEventDelivery delivery, String token, SocialEventRefusal why)
            throws SocialUnavailableException {
        SocialEventVerdict verdict = provider.verifyEvent(delivery, Secret.of(token));
        assertThat(verdict).isInstanceOf(SocialEventVerdict.Refused.class);
        assertThat(((SocialEventVerdict.Refused) verdict).why()).isEqualTo(why);
    }
}
