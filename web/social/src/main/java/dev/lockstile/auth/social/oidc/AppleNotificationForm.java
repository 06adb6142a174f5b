package dev.lockstile.auth.social.oidc;

import dev.lockstile.auth.social.SocialEvent;
import java.util.Map;
import java.util.Set;

/**
 * Server-to-server notifications of Apple: {@code events} is the text of a JSON object with {@code type} and
 * {@code sub}, or the object itself.
 */
record AppleNotificationForm() implements EventForm {

    private static final Map<String, SocialEvent.Type> TYPES = Map.of(
            "consent-revoked", SocialEvent.Type.CONSENT_REVOKED,
            "account-delete", SocialEvent.Type.ACCOUNT_PURGED,
            "account-deleted", SocialEvent.Type.ACCOUNT_PURGED,
            "email-disabled", SocialEvent.Type.EMAIL_DISABLED,
            "email-enabled", SocialEvent.Type.EMAIL_ENABLED);

    @Override
    public Set<String> types() {
        return Set.of();
    }

    @Override
    public SocialEvent read(Json claims, EventClaims.Frame frame) throws RefusedProofException {
        EventClaims.forbid(claims, "sub", "nonce");
        if (claims.has("exp")) {
            EventClaims.checkExpiry(claims, frame);
        }
        Json event = event(claims);
        String type = event.text("type");
        String subject = EventClaims.subject(event.text("sub"));
        if (type == null || subject == null) {
            throw new RefusedProofException("the notification has no type, or names no account");
        }
        return new SocialEvent(
                frame.issuer(),
                subject,
                EventClaims.id(claims),
                EventClaims.issuedAt(claims, frame),
                TYPES.getOrDefault(type, SocialEvent.Type.OTHER));
    }

    private static Json event(Json claims) throws RefusedProofException {
        String text = claims.text("events");
        return text == null
                ? claims.object("events")
                : Json.parse(text).orElseThrow(() -> new RefusedProofException("the notification's events are none"));
    }
}
