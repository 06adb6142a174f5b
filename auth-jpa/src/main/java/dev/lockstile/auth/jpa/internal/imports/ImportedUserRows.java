package dev.lockstile.auth.jpa.internal.imports;

import static dev.lockstile.auth.jpa.internal.sql.Rows.micros;

import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.jpa.internal.sql.ProjectedRow;
import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.jpa.internal.store.RowTimestamps;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.RowTimes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.query.MutationQuery;
import org.jspecify.annotations.Nullable;

/** Users that an import wrote and that are unchanged since, read and written anew. */
record ImportedUserRows(Rows rows, HostModel host) {

    private static final String CELLS = "r.email, r.emailKey, r.emailVerifiedAt, r.phone, r.phoneKey,"
            + " r.phoneVerifiedAt, r.username, r.usernameKey, r.passwordHash, r.active, r.staff, r.superuser,"
            + " r.deletedAt, r.joinedAt, r.lastLoginAt, r.termsAcceptedAt, r.admittedAt, r.settings, r.createdAt, r.modifiedAt,"
            + " r.deletedByCascade";
    private static final String WRITE = "x.email = :email, x.emailKey = :emailKey, x.emailVerifiedAt = :emailAt,"
            + " x.phone = :phone, x.phoneKey = :phoneKey, x.phoneVerifiedAt = :phoneAt,"
            + " x.username = :username, x.usernameKey = :usernameKey, x.passwordHash = :hash,"
            + " x.active = :active, x.staff = :staff, x.superuser = :superuser, x.deletedAt = :deleted,"
            + " x.deletedByCascade = :cascade, x.joinedAt = :joined, x.lastLoginAt = :login,"
            + " x.termsAcceptedAt = :terms, x.admittedAt = :admitted, x.settings = :settings, x.modifiedAt = :modified";

    Optional<NewUser> untouched(UserId id, Instant writtenAt) {
        return untouched().one(id.key(), writtenAt);
    }

    /** Those of these users that are unchanged, by the text of their keys. */
    Map<String, NewUser> untouched(Map<String, Instant> writtenAt) {
        return untouched().all(writtenAt);
    }

    private UntouchedRows<NewUser> untouched() {
        return new UntouchedRows<>(rows, host.user(), CELLS, ImportedUserRows::read, NewUser::times);
    }

    boolean replace(UserId id, Instant writtenAt, NewUser next) {
        MutationQuery update =
                rows.update(host.user().update(WRITE) + host.user().id("x") + " = :id and x.modifiedAt = :written");
        name(update, "email", IdentifierKind.EMAIL, next);
        name(update, "phone", IdentifierKind.PHONE, next);
        name(update, "username", IdentifierKind.USERNAME, next);
        Secret hash = next.passwordHash();
        return update.setParameter("hash", hash == null ? null : hash.reveal())
                        .setParameter("active", next.status().active())
                        .setParameter("staff", next.status().staff())
                        .setParameter("superuser", next.status().superuser())
                        .setParameter("deleted", micros(deletedAt(next)))
                        .setParameter("cascade", next.times().deletedByCascade())
                        .setParameter("joined", micros(next.dates().joinedAt()))
                        .setParameter("login", micros(next.dates().lastLoginAt()))
                        .setParameter("terms", micros(next.dates().termsAcceptedAt()))
                        .setParameter("admitted", micros(next.dates().admittedAt()))
                        .setParameter("settings", next.settings().text())
                        .setParameter("modified", micros(next.times().modifiedAt()))
                        .setParameter("id", id.key())
                        .setParameter("written", micros(writtenAt))
                        .executeUpdate()
                == 1;
    }

    private static void name(MutationQuery update, String name, IdentifierKind kind, NewUser next) {
        IdentifierAssignment claim = next.claims().stream()
                .filter(any -> any.identifier().kind() == kind)
                .findFirst()
                .orElse(null);
        String key = claim != null && claim.owned() && !RowTimestamps.isDeleted(next)
                ? claim.identifier().key()
                : null;
        update.setParameter(name, claim == null ? null : claim.identifier().value())
                .setParameter(name + "Key", key);
        if (kind != IdentifierKind.USERNAME) {
            update.setParameter(name + "At", claim == null ? null : micros(claim.verifiedAt()));
        }
    }

    private static @Nullable Instant deletedAt(NewUser next) {
        return next.times().deletedAt() == null
                ? next.status().deletedAt()
                : next.times().deletedAt();
    }

    private static NewUser read(ProjectedRow cells) {
        List<IdentifierAssignment> claims = new ArrayList<>();
        claim(IdentifierKind.EMAIL, cells, claims);
        claim(IdentifierKind.PHONE, cells, claims);
        claim(IdentifierKind.USERNAME, cells, claims);
        String hash = cells.text();
        UserInfo.Status status = new UserInfo.Status(cells.flag(), cells.flag(), cells.flag(), cells.instant());
        UserInfo.Dates dates =
                new UserInfo.Dates(cells.requiredInstant(), cells.instant(), cells.instant(), cells.instant());
        SettingsJson settings = SettingsJson.of(cells.text());
        RowTimes times =
                new RowTimes(cells.requiredInstant(), cells.requiredInstant(), status.deletedAt(), cells.flag());
        return new NewUser(claims, hash == null ? null : Secret.of(hash), status, dates, settings, times);
    }

    private static void claim(IdentifierKind kind, ProjectedRow cells, List<IdentifierAssignment> claims) {
        String value = cells.text();
        String key = cells.text();
        Instant provenAt = kind == IdentifierKind.USERNAME ? null : cells.instant();
        if (value != null) {
            claims.add(new IdentifierAssignment(
                    new Identifier(kind, value, key == null ? "" : key), key != null, provenAt));
        }
    }
}
