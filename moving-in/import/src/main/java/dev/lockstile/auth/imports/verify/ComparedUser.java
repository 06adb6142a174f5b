package dev.lockstile.auth.imports.verify;

import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.engine.conflict.Admission;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.RowTimes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user there and here, without the identifiers.
 *
 * @param writtenAt when the run began that wrote the user
 */
record ComparedUser(UserDraft old, NewUser here, SourceAndTarget sides, Instant writtenAt) {

    void compare(ComparedPasswords passwords, Comparison comparison) {
        UserInfo.Status was = old.status();
        UserInfo.Status now = here.status();
        boolean sameState = old.isActiveAs(now.active(), writtenAt, sides.readAt());
        comparison.field("is_active", sameState == now.active(), now.active());
        comparison.field("is_staff", was.staff(), now.staff());
        comparison.field("is_superuser", was.superuser(), now.superuser());
        comparison.field("settings", old.settings(), here.settings());
        if (!sides.inPlace() && !sides.isMadeUp(old.dates().joinedAt())) {
            // in place the migration dates the rows of a table without dates, and the import leaves that
            comparison.field("joined_at", old.dates().joinedAt(), here.dates().joinedAt());
        }
        Secret hash = here.passwordHash();
        passwords.compare(old, hash == null ? null : hash.reveal(), sides, comparison);
        admitted(comparison);
        if (!sides.inPlace()) {
            comparison.field(
                    "last_login_at", old.dates().lastLoginAt(), here.dates().lastLoginAt());
            comparison.field(
                    "terms_accepted_at",
                    old.dates().termsAcceptedAt(),
                    here.dates().termsAcceptedAt());
        }
        times(old.times(), here.times(), sides, comparison);
    }

    private void admitted(Comparison comparison) {
        Instant since = new Admission(old).since(here.claims());
        Instant now = here.dates().admittedAt();
        if (since != null && sides.isMadeUp(since)) {
            comparison.field("admitted_at", true, now != null);
        } else {
            comparison.field("admitted_at", since, now);
        }
    }

    /**
     * When a row came to be and was deleted. The time of change is not compared: it is by it that a row is known to be
     * untouched, and an update in the old system that changes nothing that is kept here does not move it.
     */
    static void times(RowTimes old, RowTimes here, SourceAndTarget sides, Comparison comparison) {
        if (sides.inPlace()) {
            return;
        }
        if (!sides.isMadeUp(old.createdAt())) {
            comparison.field("created_at", old.createdAt(), here.createdAt());
        }
        Instant deletedAt = old.deletedAt();
        if (deletedAt == null || !sides.isMadeUp(deletedAt)) {
            comparison.field("deleted_at", deletedAt, here.deletedAt());
        }
        cascade(old, deletedAt, here, comparison);
    }

    /** Of a row that is not deleted the mark means nothing, and may have stayed behind. */
    private static void cascade(RowTimes old, @Nullable Instant deletedAt, RowTimes here, Comparison comparison) {
        boolean mark = deletedAt == null ? old.deletedByCascade() && here.deletedByCascade() : old.deletedByCascade();
        comparison.field("deleted_by_cascade", mark, here.deletedByCascade());
    }
}
