package dev.lockstile.auth.social.oidc;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the forms of events have in common (RFC 8417 2.2). */
final class EventClaims {

    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final int LONGEST_ID = 255;
    private static final Pattern SUBJECT = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private EventClaims() {}

    /** Whose events they are, and when they are read. */
    record Frame(IssuerRule issuers, Instant now) {

        /** As accounts are keyed by it. */
        String issuer() {
            return issuers.announced();
        }
    }

    /** {@code jti}, by which a token counts once. */
    static String id(Json claims) throws RefusedProofException {
        String id = claims.text("jti", LONGEST_ID);
        if (id == null) {
            throw new RefusedProofException("the event has no usable jti");
        }
        return id;
    }

    /** {@code iat}: a number, and not of the future. */
    static Instant issuedAt(Json claims, Frame frame) throws RefusedProofException {
        Instant issued = claims.instant("iat");
        if (issued == null || issued.minus(SKEW).isAfter(frame.now())) {
            throw new RefusedProofException("the event has no iat, or one in the future");
        }
        return issued;
    }

    /** {@code exp} where there has to be one, or is one. */
    static void checkExpiry(Json claims, Frame frame) throws RefusedProofException {
        Instant expires = claims.instant("exp");
        RefusedProofException.unless(
                expires != null && frame.now().isBefore(expires.plus(SKEW)), "the event has expired, or never does");
    }

    /** @param names what an event of that form must not have: a token of another kind may have it */
    static void forbid(Json claims, String... names) throws RefusedProofException {
        for (String name : names) {
            RefusedProofException.unless(
                    !claims.members().containsKey(name), "the event has a claim that belongs to other tokens");
        }
    }

    /** The one member of {@code events}. */
    static Map.Entry<String, Json> only(Json claims) throws RefusedProofException {
        Map<String, Object> events = claims.object("events").members();
        RefusedProofException.unless(events.size() == 1, "the token is no single event");
        Map.Entry<String, Object> event = events.entrySet().iterator().next();
        RefusedProofException.unless(event.getValue() instanceof Map<?, ?>, "the event is no object");
        return Map.entry(event.getKey(), Json.of(event.getValue()));
    }

    /** A subject that an account could have; null for anything else. */
    static @Nullable String subject(@Nullable String text) {
        return text != null && SUBJECT.matcher(text).matches() ? text : null;
    }
}
