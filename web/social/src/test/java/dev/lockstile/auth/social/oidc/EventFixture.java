package dev.lockstile.auth.social.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialEvent;
import dev.lockstile.auth.social.SocialEvents;
import dev.lockstile.auth.social.SocialProvider;
import dev.lockstile.auth.social.SocialUnavailableException;
import dev.lockstile.auth.testkit.http.MockEventToken;
import java.util.function.UnaryOperator;

/** A provider that sends events, and what becomes of them. */
abstract class EventFixture extends ProviderTest {

    static final String DISABLED = "risc/event-type/account-disabled";
    static final String RISC = "https://schemas.openid.net/secevent/risc/event-type/";

    final SocialProvider telling = SocialProviders.openId(
            "acme", site.issuer(), client().receiveEvents().receiveBackChannelLogout());

    MockEventToken event() {
        return site.securityEvent(CLIENT, DISABLED, "sub-1");
    }

    SocialEvent verified(MockEventToken token) throws SocialUnavailableException {
        return verified(token, SocialEvent.Delivery.SECURITY_EVENT);
    }

    SocialEvent verified(MockEventToken token, SocialEvent.Delivery delivery) throws SocialUnavailableException {
        return event(telling.verifyEvent(delivery, Secret.of(token.sign())));
    }

    static SocialEvent event(SocialProvider.EventVerdict verdict) {
        assertThat(verdict).isInstanceOf(SocialProvider.EventVerdict.Verified.class);
        return ((SocialProvider.EventVerdict.Verified) verdict).event();
    }

    void assertLogoutRefused(UnaryOperator<MockEventToken> change) throws SocialUnavailableException {
        String token = change.apply(site.logoutToken(CLIENT, "sub-1")).sign();
        assertRefused(telling, SocialEvent.Delivery.LOGOUT, token, SocialEvents.Refusal.INVALID_REQUEST);
    }

    static void assertRefused(
            SocialProvider provider, SocialEvent.Delivery delivery, String token, SocialEvents.Refusal why)
            throws SocialUnavailableException {
        SocialProvider.EventVerdict verdict = provider.verifyEvent(delivery, Secret.of(token));
        assertThat(verdict).isInstanceOf(SocialProvider.EventVerdict.Refused.class);
        assertThat(((SocialProvider.EventVerdict.Refused) verdict).why()).isEqualTo(why);
    }
}
