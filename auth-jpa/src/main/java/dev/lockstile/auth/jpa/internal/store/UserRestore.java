package dev.lockstile.auth.jpa.internal.store;

import static dev.lockstile.auth.jpa.internal.sql.Rows.micros;

import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.model.AbstractUser;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.StoredUser;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes a deletion back, of the user and of what went together with the user but the links to other sites. */
record UserRestore(Rows rows, HostModel host) {

    Optional<StoredUser> deleted(UserId id) {
        HostEntity<AbstractUser> user = host.user();
        List<@Nullable Object[]> found = rows.select(
                        "select " + UserProjection.columns(host) + " from " + user.name() + " u"
                                + UserProjection.profiles(host) + " where " + user.id("u")
                                + " = :key and u.deletedAt is not null"
                                + UserProjection.order(host))
                .setParameter("key", id.key())
                .getResultList();
        return found.isEmpty() ? Optional.empty() : Optional.of(UserProjection.read(found, 0));
    }

    boolean restore(UserId id, List<Identifier> owned, Instant now) {
        HostEntity<AbstractUser> user = host.user();
        String back = "x.deletedAt = null, x.deletedByCascade = false, x.modifiedAt = :now,"
                + " x.emailKey = :email, x.phoneKey = :phone, x.usernameKey = :username"
                + unproven(owned);
        boolean restored = rows.update(user.update(back) + user.id("x") + " = :id and x.deletedAt is not null")
                        .setParameter("now", micros(now))
                        .setParameter("email", key(owned, IdentifierKind.EMAIL))
                        .setParameter("phone", key(owned, IdentifierKind.PHONE))
                        .setParameter("username", key(owned, IdentifierKind.USERNAME))
                        .setParameter("id", id.key())
                        .executeUpdate()
                == 1;
        if (restored) {
            bring(host.profile(), id, now);
            bring(host.device(), id, now);
        }
        return restored;
    }

    /** The column may say another value than the one that was proven, or admitted, before the deletion. */
    private static String unproven(List<Identifier> owned) {
        boolean email = key(owned, IdentifierKind.EMAIL) != null;
        boolean phone = key(owned, IdentifierKind.PHONE) != null;
        return (email ? ", x.emailVerifiedAt = null" : "")
                + (phone ? ", x.phoneVerifiedAt = null" : "")
                + (email || phone ? ", x.admittedAt = null" : "");
    }

    /** What was deleted by itself before stays deleted. */
    private void bring(@Nullable HostEntity<?> owned, UserId user, Instant now) {
        if (owned == null) {
            return;
        }
        rows.update(owned.update("x.deletedAt = null, x.deletedByCascade = false, x.modifiedAt = :now")
                        + host.user().id("x.user") + " = :user and x.deletedByCascade = true")
                .setParameter("now", micros(now))
                .setParameter("user", user.key())
                .executeUpdate();
    }

    private static @Nullable String key(List<Identifier> owned, IdentifierKind kind) {
        return owned.stream()
                .filter(identifier -> identifier.kind() == kind)
                .map(Identifier::key)
                .findFirst()
                .orElse(null);
    }
}
