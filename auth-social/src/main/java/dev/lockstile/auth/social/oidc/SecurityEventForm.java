package dev.lockstile.auth.social.oidc;

import dev.lockstile.auth.social.SocialEvent;
import dev.lockstile.auth.social.SocialEventType;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Security event tokens (RFC 8417) of the RISC profile and of Google's Cross-Account Protection. Neither {@code exp} nor
 * {@code sub} stands in one, so that it is no token of another kind; the subject is named by issuer and id (RFC 9493 3.2.3)
 * and by nothing else: an address is no key.
 */
record SecurityEventForm() implements EventForm {

    private static final String SITE = "https://schemas.openid.net/secevent/";
    private static final String RISC = SITE + "risc/event-type/";
    private static final String OAUTH = SITE + "oauth/event-type/";

    private static final Map<String, SocialEventType> TYPES = Map.ofEntries(
            Map.entry(RISC + "sessions-revoked", SocialEventType.SESSIONS_REVOKED),
            Map.entry(SITE + "caep/event-type/session-revoked", SocialEventType.SESSIONS_REVOKED),
            Map.entry(OAUTH + "tokens-revoked", SocialEventType.TOKENS_REVOKED),
            Map.entry(OAUTH + "token-revoked", SocialEventType.TOKENS_REVOKED),
            Map.entry(RISC + "account-disabled", SocialEventType.ACCOUNT_DISABLED),
            Map.entry(RISC + "account-enabled", SocialEventType.ACCOUNT_ENABLED),
            Map.entry(RISC + "account-purged", SocialEventType.ACCOUNT_PURGED),
            Map.entry(RISC + "account-credential-change-required", SocialEventType.CREDENTIAL_CHANGE_REQUIRED),
            Map.entry(RISC + "verification", SocialEventType.VERIFICATION),
            Map.entry(SITE + "sse/event-type/verification", SocialEventType.VERIFICATION),
            Map.entry(SITE + "ssf/event-type/verification", SocialEventType.VERIFICATION));

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
                TYPES.getOrDefault(event.getKey(), SocialEventType.OTHER));
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
