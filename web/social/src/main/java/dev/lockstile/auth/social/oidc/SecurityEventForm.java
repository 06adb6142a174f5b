package dev.lockstile.auth.social.oidc;

import dev.lockstile.auth.social.SocialEvent;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Security event tokens (RFC 8417) of the RISC profile and of Google's Cross-Account Protection. Neither {@code exp}
 * nor {@code sub} stands in one, so that it is no token of another kind; the subject is named by issuer and id (RFC
 * 9493 3.2.3) and by nothing else: an address is no key.
 */
record SecurityEventForm() implements EventForm {

    private static final String SITE = "https://schemas.openid.net/secevent/";
    private static final String RISC = SITE + "risc/event-type/";
    private static final String OAUTH = SITE + "oauth/event-type/";

    private static final Map<String, SocialEvent.Type> TYPES = Map.ofEntries(
            Map.entry(RISC + "sessions-revoked", SocialEvent.Type.SESSIONS_REVOKED),
            Map.entry(SITE + "caep/event-type/session-revoked", SocialEvent.Type.SESSIONS_REVOKED),
            Map.entry(OAUTH + "tokens-revoked", SocialEvent.Type.TOKENS_REVOKED),
            Map.entry(OAUTH + "token-revoked", SocialEvent.Type.TOKENS_REVOKED),
            Map.entry(RISC + "account-disabled", SocialEvent.Type.ACCOUNT_DISABLED),
            Map.entry(RISC + "account-enabled", SocialEvent.Type.ACCOUNT_ENABLED),
            Map.entry(RISC + "account-purged", SocialEvent.Type.ACCOUNT_PURGED),
            Map.entry(RISC + "account-credential-change-required", SocialEvent.Type.CREDENTIAL_CHANGE_REQUIRED),
            Map.entry(RISC + "verification", SocialEvent.Type.VERIFICATION),
            Map.entry(SITE + "sse/event-type/verification", SocialEvent.Type.VERIFICATION),
            Map.entry(SITE + "ssf/event-type/verification", SocialEvent.Type.VERIFICATION));

    @Override
    public Set<String> types() {
        return Set.of("secevent+jwt", "application/secevent+jwt");
    }

    @Override
    public SocialEvent read(Json claims, EventClaims.Frame frame) throws RefusedProofException {
        EventClaims.forbid(claims, "exp", "sub", "nonce");
        Map.Entry<String, Json> event = EventClaims.only(claims);
        Json subject = claims.has("sub_id")
                ? claims.object("sub_id")
                : event.getValue().object("subject");
        return new SocialEvent(
                frame.issuer(),
                subject(subject, frame),
                EventClaims.id(claims),
                EventClaims.issuedAt(claims, frame),
                TYPES.getOrDefault(event.getKey(), SocialEvent.Type.OTHER));
    }

    /** The subject of a name by issuer and id, in the spellings of RFC 9493, of its drafts, and of Google. */
    private static @Nullable String subject(Json named, EventClaims.Frame frame) {
        String format = named.text(named.has("format") ? "format" : "subject_type");
        boolean byIssuer = "iss_sub".equals(format) || "iss-sub".equals(format);
        return byIssuer && frame.issuers().isEventIssuer(named.text("iss"))
                ? EventClaims.subject(named.text("sub"))
                : null;
    }
}
