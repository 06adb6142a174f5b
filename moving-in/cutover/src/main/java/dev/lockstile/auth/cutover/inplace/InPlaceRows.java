package dev.lockstile.auth.cutover.inplace;

import dev.lockstile.auth.imports.source.SourceUnusableException;
import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.AbstractUser;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the columns that only this library keeps into existing rows of the host; one statement per row. */
final class InPlaceRows {

    private static final String USER =
            " x set x.email = coalesce(x.email, :email), x.phone = coalesce(x.phone, :phone), x.username ="
                    + " coalesce(x.username, :username), x.emailKey = :emailKey, x.emailVerifiedAt = :emailAt, x.phoneKey = :phoneKey, x.phoneVerifiedAt ="
                    + " :phoneAt, x.usernameKey = :usernameKey, x.passwordHash = :hash, x.settings = :settings,"
                    + " x.lastLoginAt = :lastLogin, x.termsAcceptedAt = :terms, x.admittedAt = :admitted, x.staff = :staff,"
                    + " x.superuser = :superuser, x.joinedAt = case when x.joinedAt > :joined then :joined else x.joinedAt end"
                    + " where id(x) = :id and x.passwordHash is null and x.emailKey is null and"
                    + " x.phoneKey is null and x.usernameKey is null";
    private static final String DISABLED = " x set x.active = false where id(x) = :id and x.active = true";
    private static final String DELETED = " x set x.deletedAt = :at where id(x) = :id and x.deletedAt is null";
    private static final String HERE = " x where id(x) = :id";
    private static final String PROFILE =
            " x set x.isDefault = :isDefault, x.settings = :settings, x.role = :role where id(x) = :id";

    private final String user;
    private final String profile;

    private InPlaceRows(String user, String profile) {
        this.user = user;
        this.profile = profile;
    }

    static InPlaceRows of(EntityNames names) {
        return new InPlaceRows(names.required(AbstractUser.class), names.required(AbstractProfile.class));
    }

    /** The same in a transaction. */
    Open in(EntityManager manager) {
        return new Open(manager);
    }

    final class Open {

        private final EntityManager manager;

        private Open(EntityManager manager) {
            this.manager = manager;
        }

        /**
         * Writes into a row of the old application. A row that has a hash or owns an identifier was written by this
         * library, as a registration that waits for its confirmation: it stays as it is, whatever the source makes of
         * it.
         *
         * @return false for such a row
         */
        boolean adopt(UserId id, NewUser wanted) {
            Secret hash = wanted.passwordHash();
            Query update = manager.createQuery("update " + user + USER)
                    .setParameter("email", value(wanted, IdentifierKind.EMAIL))
                    .setParameter("phone", value(wanted, IdentifierKind.PHONE))
                    .setParameter("username", value(wanted, IdentifierKind.USERNAME))
                    .setParameter("emailKey", key(wanted, IdentifierKind.EMAIL))
                    .setParameter("emailAt", provenAt(wanted, IdentifierKind.EMAIL))
                    .setParameter("phoneKey", key(wanted, IdentifierKind.PHONE))
                    .setParameter("phoneAt", provenAt(wanted, IdentifierKind.PHONE))
                    .setParameter("usernameKey", key(wanted, IdentifierKind.USERNAME))
                    .setParameter("hash", hash == null ? null : hash.reveal())
                    .setParameter("settings", wanted.settings().text())
                    .setParameter("lastLogin", wanted.dates().lastLoginAt())
                    .setParameter("terms", wanted.dates().termsAcceptedAt())
                    .setParameter("admitted", wanted.dates().admittedAt())
                    .setParameter("joined", wanted.dates().joinedAt())
                    .setParameter("staff", wanted.status().staff())
                    .setParameter("superuser", wanted.status().superuser());
            if (update.setParameter("id", id.key()).executeUpdate() == 0) {
                requireThere(id);
                return false;
            }
            close(id, wanted.status());
            return true;
        }

        /**
         * Closes an account that the old application refuses by a column which no attribute here shares. Nothing is
         * written where the shared column says so already.
         */
        private void close(UserId id, UserInfo.Status wanted) {
            if (!wanted.active()) {
                manager.createQuery("update " + user + DISABLED)
                        .setParameter("id", id.key())
                        .executeUpdate();
            }
            if (wanted.deletedAt() != null) {
                manager.createQuery("update " + user + DELETED)
                        .setParameter("at", wanted.deletedAt())
                        .setParameter("id", id.key())
                        .executeUpdate();
            }
        }

        private void requireThere(UserId id) {
            long rows = manager.createQuery("select count(x) from " + user + HERE, Long.class)
                    .setParameter("id", id.key())
                    .getSingleResult();
            if (rows != 1) {
                throw missing();
            }
        }

        void adopt(ProfileId id, NewProfile wanted) {
            Query update = manager.createQuery("update " + profile + PROFILE)
                    .setParameter("isDefault", wanted.status().isDefault())
                    .setParameter("settings", wanted.settings().text())
                    .setParameter("role", wanted.status().role());
            one(update, id.key());
        }
    }

    private static void one(Query update, Object id) {
        if (update.setParameter("id", id).executeUpdate() != 1) {
            throw missing();
        }
    }

    private static SourceUnusableException missing() {
        return new SourceUnusableException("the source has a row that the host's table has not: an import in place"
                + " wants the host's entities on the tables of the source");
    }

    private static Optional<IdentifierAssignment> claim(NewUser wanted, IdentifierKind kind) {
        return wanted.claims().stream()
                .filter(claim -> claim.identifier().kind() == kind)
                .findFirst();
    }

    private static @Nullable String value(NewUser wanted, IdentifierKind kind) {
        return claim(wanted, kind).map(claim -> claim.identifier().value()).orElse(null);
    }

    /** A deleted account owns nothing. */
    private static @Nullable String key(NewUser wanted, IdentifierKind kind) {
        return claim(wanted, kind)
                .filter(IdentifierAssignment::owned)
                .filter(claim -> wanted.status().deletedAt() == null)
                .map(claim -> claim.identifier().key())
                .orElse(null);
    }

    private static @Nullable Instant provenAt(NewUser wanted, IdentifierKind kind) {
        return claim(wanted, kind)
                .flatMap(c -> Optional.ofNullable(c.verifiedAt()))
                .orElse(null);
    }
}
