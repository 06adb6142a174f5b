package dev.lockstile.auth.event;

import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Who changed, or tried to change, the account of another user. The audit trail names it beside the account.
 *
 * @param user who acted
 * @param session in which that user acted
 * @param reference the reason that was given, an {@link AuditReference}; null where none was given
 */
public record Actor(
        UserId user, SessionId session, @Nullable String reference) {

    /** A detail of an event with the actor behind it. */
    static @Nullable String beside(@Nullable String what, @Nullable Actor actor) {
        if (actor == null) {
            return what;
        }
        String who = "by user " + actor.user() + ", session " + actor.session();
        String full = what == null ? who : what + ", " + who;
        return actor.reference() == null ? full : full + ": " + actor.reference();
    }
}
