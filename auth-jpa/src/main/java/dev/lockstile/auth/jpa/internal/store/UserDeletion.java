package dev.lockstile.auth.jpa.internal.store;

import static dev.lockstile.auth.jpa.internal.sql.Rows.micros;

import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What goes together with a user who is deleted, in the order user, session, code that all verbs keep. */
record UserDeletion(Rows rows, HostModel host) {

    private static final String RELEASED = "-";

    void delete(UserId user, Instant now) {
        new JpaSessionStore(rows, host).endAll(user, EndReason.ACCOUNT_DELETED, null, now);
        new JpaCodeStore(rows, host).endAll(user, now);
        JpaFormerPasswordStore.of(rows, host).ifPresent(former -> former.removeAll(user));
        mark(host.profile(), user, now);
        mark(host.device(), user, now);
        release(host.social(), user);
        mark(host.social(), user, now);
    }

    /** The account at the other site may be linked to another account; no provider has this name. */
    private void release(@Nullable HostEntity<?> social, UserId user) {
        if (social == null) {
            return;
        }
        rows.update(social.update("x.provider = '" + RELEASED + "', x.providerUserId = cast(" + social.id("x")
                                + " as String)")
                        + host.user().id("x.user") + " = :user and x.deletedAt is null")
                .setParameter("user", user.key())
                .executeUpdate();
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
