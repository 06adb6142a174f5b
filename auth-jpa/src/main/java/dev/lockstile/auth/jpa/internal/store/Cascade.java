package dev.lockstile.auth.jpa.internal.store;

import static dev.lockstile.auth.jpa.internal.store.Rows.micros;

import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.model.EndReason;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What goes together with a user who is deleted, in the order user, session, code that all verbs keep. */
record Cascade(Rows rows, HostModel host) {

    void delete(UserId user, Instant now) {
        new JpaSessionStore(rows, host).endAll(user, EndReason.ACCOUNT_DELETED, null, now);
        new JpaCodeStore(rows, host).endAll(user, now);
        mark(host.profile(), user, now);
        mark(host.device(), user, now);
        mark(host.social(), user, now);
    }

    private void mark(@Nullable HostEntity<?> owned, UserId user, Instant now) {
        if (owned == null) {
            return;
        }
        rows.update(owned.update("x.deletedAt = :now, x.modifiedAt = :now, x.deletedByCascade = true")
                        + host.user().id("x.user") + " = :user and x.deletedAt is null")
                .setParameter("now", micros(now))
                .setParameter("user", user.key())
                .executeUpdate();
    }
}
