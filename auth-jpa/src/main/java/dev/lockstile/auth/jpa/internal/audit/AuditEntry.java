package dev.lockstile.auth.jpa.internal.audit;

import dev.lockstile.auth.event.Actor;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is written of an event: as exact, and as long at most, as the columns keep it. It names the account by its key,
 * and stays when the account is deleted.
 */
record AuditEntry(
        Instant at,
        String name,
        boolean succeeded,
        @Nullable String userRef,
        @Nullable String sessionRef,
        @Nullable String detail,
        @Nullable String actorRef) {

    private static final int NAME = 60;
    private static final int REF = 64;
    private static final int DETAIL = 255;

    static AuditEntry of(AuthEvent event) {
        UserId user = event.user();
        SessionId session = event.session();
        String detail = event.detail();
        Actor actor = event.actor();
        return new AuditEntry(
                event.at().truncatedTo(ChronoUnit.MICROS),
                cut(event.name(), NAME),
                event.succeeded(),
                user == null ? null : cut(user.toString(), REF),
                session == null ? null : cut(session.value(), REF),
                detail == null ? null : cut(detail, DETAIL),
                actor == null ? null : cut(actor.user().toString(), REF));
    }

    /** A NUL has no place in a text column of PostgreSQL. */
    private static String cut(String text, int length) {
        String clean = text.replace("\0", "");
        return clean.length() <= length ? clean : clean.substring(0, length);
    }
}
