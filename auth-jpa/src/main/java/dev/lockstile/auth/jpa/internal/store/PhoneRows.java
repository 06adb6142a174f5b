package dev.lockstile.auth.jpa.internal.store;

import static dev.lockstile.auth.jpa.internal.sql.Clause.is;
import static dev.lockstile.auth.jpa.internal.sql.Clause.isNull;

import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.sql.ConditionalUpdate;
import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.model.AbstractUser;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.UpkeepStore.StoredPhone;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stored phone numbers, page by page, and their change to another form of the same line. */
final class PhoneRows {

    private final Rows rows;
    private final HostEntity<AbstractUser> user;

    PhoneRows(Rows rows, HostEntity<AbstractUser> user) {
        this.rows = rows;
        this.user = user;
    }

    List<StoredPhone> page(@Nullable UserId after, int limit) {
        String id = user.id("u");
        var query = rows.select("select " + id + ", u.phone, u.phoneKey from " + user.name()
                + " u where u.phone is not null and u.deletedAt is null"
                + (after == null ? "" : " and " + id + " > :after") + " order by " + id);
        if (after != null) {
            query.setParameter("after", after.key());
        }
        return query.setMaxResults(limit).getResultList().stream()
                .map(row -> new StoredPhone(new UserId(row[0]), (String) row[1], (String) row[2]))
                .toList();
    }

    boolean respell(StoredPhone seen, Identifier current, Instant now) {
        String key = seen.key();
        ConditionalUpdate update = rows.update(user)
                .whereKey(seen.user().key())
                .where(
                        isNull("deletedAt"),
                        is("phone", seen.value()),
                        key == null ? isNull("phoneKey") : is("phoneKey", key))
                .set("modifiedAt", now)
                .set("phone", current.value());
        return (seen.isOwned() ? update.set("phoneKey", current.key()) : update).runOnOne();
    }
}
