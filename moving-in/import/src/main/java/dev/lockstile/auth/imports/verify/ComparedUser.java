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
 * Compares a user in source and target, without the identifiers.
 *
 * @param old the source row
 * @param stored the user in the target
 * @param sides how source and target are compared
 * @param writtenAt when the run began that wrote the user
 */
record ComparedUser(UserDraft old, NewUser stored, SourceAndTarget sides, Instant writtenAt) {

    void compare(ComparedPasswords passwords, Comparison comparison) {
        UserInfo.Status was = old.status();
        UserInfo.Status now = stored.status();
        boolean sameState = old.isActiveAs(now.active(), writtenAt, sides.readAt());
        comparison.field("is_active", sameState == now.active(), now.active());
        comparison.field("is_staff", was.staff(), now.staff());
        comparison.field("is_superuser", was.superuser(), now.superuser());
        comparison.field("settings", old.settings(), stored.settings());
        if (!sides.inPlace() && !sides.isMadeUp(old.dates().joinedAt())) {
            // the migration to an import in place gives dates to rows without, and the import does not change them
            comparison.field("joined_at", old.dates().joinedAt(), stored.dates().joinedAt());
        }
        Secret hash = stored.passwordHash();
        passwords.compare(old, hash == null ? null : hash.reveal(), sides, comparison);
        admitted(comparison);
        if (!sides.inPlace()) {
            comparison.field(
                    "last_login_at", old.dates().lastLoginAt(), stored.dates().lastLoginAt());
            comparison.field(
                    "terms_accepted_at",
                    old.dates().termsAcceptedAt(),
                    stored.dates().termsAcceptedAt());
        }
        times(old.times(), stored.times(), sides, comparison);
    }

    private void admitted(Comparison comparison) {
        Instant since = new Admission(old).since(stored.claims());
        Instant now = stored.dates().admittedAt();
        if (since != null && sides.isMadeUp(since)) {
            comparison.field("admitted_at", true, now != null);
        } else {
            comparison.field("admitted_at", since, now);
        }
    }

    /**
     * Compares when a row was created and deleted. The time of change is not compared: it shows that the target's row
     * was not changed, and an update of the source that changes no stored value does not move it.
     */
    static void times(RowTimes old, RowTimes stored, SourceAndTarget sides, Comparison comparison) {
        if (sides.inPlace()) {
            return;
        }
        if (!sides.isMadeUp(old.createdAt())) {
            comparison.field("created_at", old.createdAt(), stored.createdAt());
        }
        Instant deletedAt = old.deletedAt();
        if (deletedAt == null || !sides.isMadeUp(deletedAt)) {
            comparison.field("deleted_at", deletedAt, stored.deletedAt());
        }
        cascade(old, deletedAt, stored, comparison);
    }

    /** The mark means nothing for a row that is not deleted, and may remain from a former deletion. */
    private static void cascade(RowTimes old, @Nullable Instant deletedAt, RowTimes stored, Comparison comparison) {
        boolean mark = deletedAt == null ? old.deletedByCascade() && stored.deletedByCascade() : old.deletedByCascade();
        comparison.field("deleted_by_cascade", mark, stored.deletedByCascade());
    }
}
