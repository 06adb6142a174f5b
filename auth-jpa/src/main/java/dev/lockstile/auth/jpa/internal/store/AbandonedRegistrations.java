package dev.lockstile.auth.jpa.internal.store;

import static dev.lockstile.auth.jpa.internal.sql.Rows.micros;

import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.model.AbstractUser;
import dev.lockstile.auth.model.CodeState.CodePurpose;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.List;
import org.hibernate.query.SelectionQuery;

/**
 * People who registered and never proved their address. They are marked as deleted: tables of the host may point at
 * them. A proof that comes at the same moment changes what the update asks for, so that one of the two is too late.
 */
record AbandonedRegistrations(Rows rows, HostModel host) {

    private static final String NOBODY = "x.deletedAt is null and x.lastLoginAt is null"
            + " and x.emailKey is null and x.phoneKey is null and x.usernameKey is null";

    long count(Instant before) {
        return find("select count(*)", before, Long.class).getSingleResult();
    }

    int remove(Instant before, int max, Instant now) {
        List<Object> keys = find("select " + host.user().id("x"), before, Object.class)
                .setMaxResults(max)
                .getResultList();
        return (int) keys.stream().filter(key -> remove(key, now)).count();
    }

    private <R> SelectionQuery<R> find(String what, Instant before, Class<R> type) {
        HostEntity<AbstractUser> user = host.user();
        String codes = "(select 1 from " + host.code().name() + " c where c.userRef = cast(" + user.id("x")
                + " as String) and ";
        return rows.session()
                .createSelectionQuery(
                        what + " from " + user.name() + " x where " + NOBODY + " and exists " + codes
                                + "c.purpose in (:purposes)) and not exists " + codes + "c.validUntil > :before)",
                        type)
                .setParameterList("purposes", List.of(CodePurpose.CONFIRM_EMAIL.text(), CodePurpose.LOGIN.text()))
                .setParameter("before", micros(before));
    }

    private boolean remove(Object key, Instant now) {
        HostEntity<AbstractUser> user = host.user();
        boolean removed = rows.update(user.update("x.deletedAt = :now, x.deletedByCascade = false, x.modifiedAt = :now")
                                + NOBODY + " and " + user.id("x") + " = :key")
                        .setParameter("now", micros(now))
                        .setParameter("key", key)
                        .executeUpdate()
                == 1;
        if (removed) {
            new UserDeletion(rows, host).delete(new UserId(key), now);
        }
        return removed;
    }
}
