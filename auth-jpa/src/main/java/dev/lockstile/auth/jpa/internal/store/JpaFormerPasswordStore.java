package dev.lockstile.auth.jpa.internal.store;

import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.model.AbstractFormerPassword;
import dev.lockstile.auth.model.AbstractUser;
import dev.lockstile.auth.model.StoreAccess;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.FormerPasswordStore;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.query.SelectionQuery;

/** Hashes of replaced passwords in a transaction: every verb one statement, but {@link #add}, which is up to three. */
record JpaFormerPasswordStore(Rows rows, HostModel host, HostEntity<AbstractFormerPassword<AbstractUser>> former)
        implements FormerPasswordStore {

    /** The store where the host keeps former passwords, else empty. */
    static Optional<FormerPasswordStore> of(Rows rows, HostModel host) {
        return Optional.ofNullable(host.formerPassword()).map(former -> new JpaFormerPasswordStore(rows, host, former));
    }

    @Override
    public List<Secret> latest(UserId user, int count) {
        return newestFirst(user, "f.passwordHash").setMaxResults(count).getResultList().stream()
                .map(row -> Secret.of((String) Objects.requireNonNull(row[0])))
                .toList();
    }

    /** The older rows go first, so that the new one stays whatever the clocks of the nodes say. */
    @Override
    public void add(UserId user, Secret hash, int kept, Instant now) {
        List<Object> over = newestFirst(user, former.id("f")).setFirstResult(kept - 1).getResultList().stream()
                .map(row -> Objects.requireNonNull(row[0]))
                .toList();
        if (!over.isEmpty()) {
            rows.update("delete from " + former.name() + " x where " + former.id("x") + " in (:over)")
                    .setParameterList("over", over)
                    .executeUpdate();
        }
        AbstractFormerPassword<AbstractUser> row = former.create();
        row.belongTo(rows.reference(host.user(), user.key()));
        row.keep(hash);
        StoreAccess.times(row, now, now);
        rows.insert(row);
    }

    @Override
    public int removeAll(UserId user) {
        return rows.update("delete from " + former.name() + " x where "
                        + host.user().id("x.user") + " = :user")
                .setParameter("user", user.key())
                .executeUpdate();
    }

    private SelectionQuery<Object[]> newestFirst(UserId user, String what) {
        return rows.select("select " + what + ", f.createdAt from " + former.name() + " f where "
                        + host.user().id("f.user") + " = :user order by f.createdAt desc, " + former.id("f") + " desc")
                .setParameter("user", user.key());
    }
}
