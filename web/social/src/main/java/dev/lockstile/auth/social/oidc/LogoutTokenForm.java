package dev.lockstile.auth.social.oidc;

import dev.lockstile.auth.social.SocialEvent;
import java.util.Map;
import java.util.Set;

/**
 * Logout tokens (OpenID Connect Back-Channel Logout 1.0, 2.4 and 2.6). The provider's session ids are not kept here, so
 * one without {@code sub} names no subject and is refused; one with both ends all sessions of its subject.
 */
record LogoutTokenForm() implements EventForm {

    private static final String LOGOUT = "http://schemas.openid.net/event/backchannel-logout";

    @Override
    public Set<String> types() {
        return Set.of("logout+jwt", "application/logout+jwt");
    }

    @Override
    public SocialEvent read(Json claims, EventClaims.Frame frame) throws RefusedProofException {
        EventClaims.forbid(claims, "nonce");
        EventClaims.checkExpiry(claims, frame);
        Map.Entry<String, Json> event = EventClaims.only(claims);
        RefusedProofException.unless(event.getKey().equals(LOGOUT), "the token is no logout token");
        String subject = EventClaims.subject(claims.text("sub"));
        if (subject == null) {
            throw new RefusedProofException("the logout token names no subject");
        }
        return new SocialEvent(
                frame.issuer(),
                subject,
                EventClaims.id(claims),
                EventClaims.issuedAt(claims, frame),
                SocialEvent.Type.LOGOUT);
    }
}
