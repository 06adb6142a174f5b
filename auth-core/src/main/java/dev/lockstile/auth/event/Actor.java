package dev.lockstile.auth.event;

import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.UserId;
import org.jspecify.annotations.Nullable;

/**
 * The user who changed, or tried to change, another user's account. The audit trail records the actor beside the
 * account.
 *
 * @param user the actor
 * @param session the actor's session
 * @param reference the given reason, an {@link AuditReference}; null for none
 */
public record Actor(
        UserId user, SessionId session, @Nullable String reference) {

    private static final int LONGEST = 255; // as the columns of audit and events hold it
    private static final String SHORTENED = "...";

    /** A detail of an event with the actor behind it. What was done is shortened where both have no room. */
    static @Nullable String beside(@Nullable String what, @Nullable Actor actor) {
        if (actor == null) {
            return what;
        }
        String who = "by user " + actor.user() + ", session " + actor.session();
        String tail = actor.reference() == null ? who : who + ": " + actor.reference();
        return what == null ? tail : fitting(what, LONGEST - tail.length() - 2) + ", " + tail;
    }

    private static String fitting(String what, int room) {
        if (what.length() <= room) {
            return what;
        }
        int kept = Math.max(0, room - SHORTENED.length());
        boolean half = kept > 0 && Character.isHighSurrogate(what.charAt(kept - 1));
        return what.substring(0, half ? kept - 1 : kept) + SHORTENED;
    }
}
