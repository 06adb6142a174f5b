package dev.lockstile.auth.jpa;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.AuthListener;
import dev.lockstile.auth.jpa.internal.store.EventRows;
import dev.lockstile.auth.model.EventFacts;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.UserId;

/**
 * Writes what happened into the host's table of events (ASVS 16.3.1), each in a transaction of its own after the one in
 * which it happened: a crash in between loses the entry, never the change. From {@link JpaAuthStore#eventLog()}.
 */
final class JpaEventLog implements AuthListener {

    private final EventRows rows;

    JpaEventLog(EventRows rows) {
        this.rows = rows;
    }

    @Override
    public void on(AuthEvent event) {
        rows.add(facts(event));
    }

    private static EventFacts facts(AuthEvent event) {
        UserId user = event.user();
        SessionId session = event.session();
        return new EventFacts(
                event.name(),
                event.at(),
                user == null ? null : user.toString(),
                session == null ? null : session.value(),
                event.detail());
    }
}
