package dev.lockstile.auth.social.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialEvent;
import dev.lockstile.auth.social.SocialEvents;
import dev.lockstile.auth.social.SocialProvider;
import dev.lockstile.auth.testkit.http.MockEventToken;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How providers spell what they tell of accounts, each in its own way. */
final class EventFormsTest extends EventFixture {

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
            assertThat(read.type()).isEqualTo(SocialEvent.Type.ACCOUNT_PURGED);
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
                .isEqualTo(SocialEvent.Type.VERIFICATION);
        assertThat(verified(event().claim("events", Map.of("urn:something-new", Map.of())))
                        .type())
                .isEqualTo(SocialEvent.Type.OTHER);
    }

    @Test
    void a_logout_token_is_what_the_specification_says() throws Exception {
        SocialEvent read = verified(site.logoutToken(CLIENT, "sub-1").claim("sid", "s-1"), SocialEvent.Delivery.LOGOUT);
        assertThat(read.type()).isEqualTo(SocialEvent.Type.LOGOUT);
        assertThat(read.subject()).isEqualTo("sub-1");
        verified(site.logoutToken(CLIENT, "sub-1").type(null), SocialEvent.Delivery.LOGOUT);
        verified(site.logoutToken(CLIENT, "sub-1").type("JWT"), SocialEvent.Delivery.LOGOUT);
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
        assertThat(google.eventDeliveries()).containsExactly(SocialEvent.Delivery.SECURITY_EVENT);
        Map<String, Object> named = Map.of("subject_type", "iss-sub", "iss", site.issuer() + "/", "sub", "sub-1");
        String token = event().type(null)
                .claim("iss", site.issuer() + "/")
                .claim("events", Map.of(RISC + "account-disabled", Map.of("subject", named, "reason", "hijacking")))
                .sign();
        SocialEvent read = event(google.verifyEvent(SocialEvent.Delivery.SECURITY_EVENT, Secret.of(token)));
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
        assertThat(apple.eventDeliveries()).containsExactly(SocialEvent.Delivery.NOTIFICATION);
        for (Map.Entry<String, SocialEvent.Type> type : Map.of(
                        "consent-revoked", SocialEvent.Type.CONSENT_REVOKED,
                        "account-delete", SocialEvent.Type.ACCOUNT_PURGED,
                        "account-deleted", SocialEvent.Type.ACCOUNT_PURGED,
                        "email-disabled", SocialEvent.Type.EMAIL_DISABLED,
                        "email-enabled", SocialEvent.Type.EMAIL_ENABLED,
                        "something-new", SocialEvent.Type.OTHER)
                .entrySet()) {
            String token = site.notification(CLIENT, type.getKey(), "sub-1").sign();
            SocialEvent read = event(apple.verifyEvent(SocialEvent.Delivery.NOTIFICATION, Secret.of(token)));
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
            assertRefused(apple, SocialEvent.Delivery.NOTIFICATION, odd.sign(), SocialEvents.Refusal.INVALID_REQUEST);
        }
        assertRefused(
                apple,
                SocialEvent.Delivery.NOTIFICATION,
                notification().claim("aud", "another-app").sign(),
                SocialEvents.Refusal.INVALID_AUDIENCE);
        assertThat(SocialProviders.openId("apple", "https://appleid.apple.com", client().receiveEvents())
                        .eventDeliveries())
                .as("configured by its issuer alone")
                .containsExactly(SocialEvent.Delivery.NOTIFICATION);
    }

    private MockEventToken notification() {
        return site.notification(CLIENT, "account-delete", "sub-1");
    }
}
