package dev.lockstile.auth.social.oidc;

import dev.lockstile.auth.social.SocialEvent;
import dev.lockstile.auth.social.SocialEvents;
import dev.lockstile.auth.social.SocialProvider;
import dev.lockstile.auth.social.SocialUnavailableException;
import java.time.Clock;
import java.util.List;

/**
 * Verifies what a provider tells of accounts. As with ID tokens, the claims are looked at first and nothing is believed
 * before the signature is verified, by the same keys and with the same algorithms.
 *
 * @param clients the client ids that an event may be for
 */
record EventTokens(ProviderKeys keys, List<String> clients, Clock clock) {

    static EventForm form(SocialEvent.Delivery delivery) {
        return switch (delivery) {
            case SECURITY_EVENT -> new SecurityEventForm();
            case NOTIFICATION -> new AppleNotificationForm();
            case LOGOUT -> new LogoutTokenForm();
        };
    }

    SocialProvider.EventVerdict verify(EventForm form, String token) throws SocialUnavailableException {
        try {
            Jws jws = Jws.parse(token, form.types());
            keys.requireTaken(jws);
            Json claims = jws.payload();
            if (!keys.issuers().isEventIssuer(claims.text("iss"))) {
                return refused(SocialEvents.Refusal.INVALID_ISSUER, "the event is of another issuer");
            }
            if (claims.texts("aud").stream().noneMatch(clients::contains)) {
                return refused(SocialEvents.Refusal.INVALID_AUDIENCE, "the event is for another audience");
            }
            return verified(jws, form.read(claims, new EventClaims.Frame(keys.issuers(), clock.instant())));
        } catch (RefusedProofException e) {
            return refused(SocialEvents.Refusal.INVALID_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    private SocialProvider.EventVerdict verified(Jws jws, SocialEvent event) throws SocialUnavailableException {
        try {
            keys.verify(jws);
            return new SocialProvider.EventVerdict.Verified(event);
        } catch (RefusedProofException e) {
            return refused(SocialEvents.Refusal.INVALID_KEY, String.valueOf(e.getMessage()));
        }
    }

    private static SocialProvider.EventVerdict refused(SocialEvents.Refusal why, String reason) {
        return new SocialProvider.EventVerdict.Refused(why, reason);
    }
}
