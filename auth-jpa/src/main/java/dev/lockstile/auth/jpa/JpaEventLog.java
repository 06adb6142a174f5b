package dev.lockstile.auth.jpa;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.AuthListener;
import dev.lockstile.auth.jpa.internal.store.EventRows;
import dev.lockstile.auth.model.EndReason;
import dev.lockstile.auth.model.EventFacts;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Writes what happened into the host's table of events (ASVS 16.3.1), each in a transaction of its own after the one in
 * which it happened: a crash in between loses the entry, never the change. From {@link JpaAuthStore#eventLog()}.
 */
public final class JpaEventLog implements AuthListener {

    private final EventRows rows;

    JpaEventLog(EventRows rows) {
        this.rows = rows;
    }

    @Override
    public void on(AuthEvent event) {
        rows.add(facts(event));
    }

    private static EventFacts facts(AuthEvent event) {
        if (event instanceof AuthEvent.Registered e) {
            return of(e, e.user(), null, e.user() == null ? "taken" : null);
        } else if (event instanceof AuthEvent.SignedIn e) {
            return of(e, e.user(), e.session(), e.method());
        } else if (event instanceof AuthEvent.SignInFailed e) {
            return of(e, e.user(), null, e.method() + " " + e.reason());
        } else if (event instanceof AuthEvent.ProvenAgain e) {
            return of(e, e.user(), e.session(), e.method());
        } else if (event instanceof AuthEvent.IdentifierProven e) {
            return of(e, e.user(), null, "proven " + e.kind());
        } else if (event instanceof AuthEvent.PasswordChanged e) {
            return of(e, e.user(), null, e.how());
        } else if (event instanceof AuthEvent.SessionEnded e) {
            EndReason reason = e.reason();
            return of(e, e.user(), e.session(), reason.name());
        } else if (event instanceof AuthEvent.StandingChanged e) {
            return of(e, e.user(), null, e.change());
        }
        return of(event, null, null, null);
    }

    private static EventFacts of(
            AuthEvent event, @Nullable UserId user, @Nullable SessionId session, @Nullable String reason) {
        return new EventFacts(
                event.name(),
                event.at(),
                user == null ? null : user.toString(),
                session == null ? null : session.value(),
                reason);
    }
}
