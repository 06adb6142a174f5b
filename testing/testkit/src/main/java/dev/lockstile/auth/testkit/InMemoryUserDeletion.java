package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.Set;

/** What goes together with a user who is deleted, or over to another user. */
record InMemoryUserDeletion(TableViews views) {

    /** What was deleted by itself before stays deleted. */
    void restore(UserId user, Instant now) {
        views.profiles.updateAll(
                Tables.PROFILE_USER, user, row -> row.times().deletedByCascade(), row -> row.restoredAt(now));
        views.devices.updateAll(
                Tables.DEVICE_USER, user, row -> row.times().deletedByCascade(), row -> row.restoredAt(now));
    }

    /** What is deleted stays where it is. */
    void move(UserId from, UserId into, Set<String> providers, Instant now) {
        views.profiles.updateAll(Tables.PROFILE_USER, from, row -> !row.isDeleted(), row -> row.ownedBy(into, now));
        views.devices.updateAll(Tables.DEVICE_USER, from, row -> !row.isDeleted(), row -> row.ownedBy(into, now));
        views.socials.updateAll(
                Tables.SOCIAL_USER,
                from,
                row -> !row.isDeleted() && providers.contains(row.identity().provider()),
                row -> row.ownedBy(into, now));
    }

    void delete(UserId user, Instant now) {
        new InMemoryFormerPasswords(views).removeAll(user);
        views.profiles.updateAll(Tables.PROFILE_USER, user, row -> !row.isDeleted(), row -> row.deletedAt(now));
        views.devices.updateAll(Tables.DEVICE_USER, user, row -> !row.isDeleted(), row -> row.deletedAt(now));
        views.socials.updateAll(Tables.SOCIAL_USER, user, row -> !row.isDeleted(), row -> row.deletedAt(now));
        views.codes.updateAll(Tables.CODE_USER, user, InMemoryCodes::ends, row -> row.endedAt(now));
        views.sessions.updateAll(
                Tables.SESSION_USER, user, SessionRow::isOpen, row -> row.ended(EndReason.ACCOUNT_DELETED, now));
    }
}
