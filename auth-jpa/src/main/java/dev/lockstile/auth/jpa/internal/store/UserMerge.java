package dev.lockstile.auth.jpa.internal.store;

import static dev.lockstile.auth.jpa.internal.sql.Rows.micros;

import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.Set;
import org.hibernate.query.MutationQuery;
import org.jspecify.annotations.Nullable;

/** What goes over to another user when two accounts become one: one update for each kind of rows. */
record UserMerge(Rows rows, HostModel host) {

    void move(UserId from, UserId into, Set<String> providers, Instant now) {
        Move move = new Move(from, into, now);
        run(host.profile(), move, ", x.isDefault = false", "", Set.of());
        run(host.device(), move, "", "", Set.of());
        if (!providers.isEmpty()) {
            run(host.social(), move, "", " and x.provider in (:providers)", providers);
        }
    }

    private void run(@Nullable HostEntity<?> owned, Move move, String further, String only, Set<String> providers) {
        if (owned == null) {
            return;
        }
        MutationQuery update = rows.update(owned.update("x.user = :into, x.modifiedAt = :now" + further)
                        + host.user().id("x.user") + " = :from and x.deletedAt is null" + only)
                .setParameter("into", rows.reference(host.user(), move.into().key()))
                .setParameter("from", move.from().key())
                .setParameter("now", micros(move.now()));
        if (!providers.isEmpty()) {
            update.setParameterList("providers", providers);
        }
        update.executeUpdate();
    }

    private record Move(UserId from, UserId into, Instant now) {}
}
