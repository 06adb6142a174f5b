package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.imports.WrittenRowStore.FilledColumns;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row of the profiles' table. */
record ProfileRow(ProfileInfo info, RowTimes times) {

    boolean isDeleted() {
        return times.deletedAt() != null;
    }

    ProfileRow restoredAt(Instant at) {
        return new ProfileRow(info, new RowTimes(times.createdAt(), at, null, false));
    }

    /** Another user's, and not the default one. */
    ProfileRow ownedBy(UserId user, Instant at) {
        return new ProfileRow(
                        new ProfileInfo(
                                info.id(),
                                user,
                                info.person(),
                                info.status(),
                                info.label(),
                                info.picture(),
                                info.settings()),
                        times)
                .asDefault(false, at);
    }

    ProfileRow deletedAt(Instant at) {
        return new ProfileRow(info, new RowTimes(times.createdAt(), at, at, true));
    }

    ProfileRow deletedAlone(Instant at) {
        return new ProfileRow(info, new RowTimes(times.createdAt(), at, at, false));
    }

    ProfileRow described(Person person, String label, Instant at) {
        return new ProfileRow(
                new ProfileInfo(info.id(), info.user(), person, info.status(), label, info.picture(), info.settings()),
                modified(at));
    }

    ProfileRow presented(@Nullable String picture, Instant at) {
        return new ProfileRow(
                new ProfileInfo(
                        info.id(), info.user(), info.person(), info.status(), info.label(), picture, info.settings()),
                modified(at));
    }

    ProfileRow withSettings(SettingsJson settings, Instant at) {
        return new ProfileRow(
                new ProfileInfo(
                        info.id(), info.user(), info.person(), info.status(), info.label(), info.picture(), settings),
                modified(at));
    }

    ProfileRow asDefault(boolean isDefault, Instant at) {
        return status(
                new ProfileInfo.Status(
                        info.status().role(), isDefault, info.status().active()),
                at);
    }

    ProfileRow inRole(String role, Instant at) {
        ProfileInfo.Status old = info.status();
        return status(new ProfileInfo.Status(role, old.isDefault(), old.active()), at);
    }

    private ProfileRow status(ProfileInfo.Status status, Instant at) {
        return new ProfileRow(
                new ProfileInfo(
                        info.id(), info.user(), info.person(), status, info.label(), info.picture(), info.settings()),
                modified(at));
    }

    NewProfile asAdded() {
        return new NewProfile(
                info.user(), info.person(), info.status(), info.label(), info.picture(), info.settings(), times);
    }

    /** All but the owner, the mark of the default one and the time of creation. */
    ProfileRow replaced(NewProfile next) {
        ProfileInfo.Status status = new ProfileInfo.Status(
                next.status().role(), info.status().isDefault(), next.status().active());
        RowTimes changed = new RowTimes(
                times.createdAt(),
                next.times().modifiedAt(),
                next.times().deletedAt(),
                next.times().deletedByCascade());
        return new ProfileRow(
                new ProfileInfo(
                        info.id(), info.user(), next.person(), status, next.label(), next.picture(), next.settings()),
                changed);
    }

    /** What of these is not here. */
    Set<FilledColumns.Part> missing(Person person, String role) {
        Set<FilledColumns.Part> missing = EnumSet.noneOf(FilledColumns.Part.class);
        Person now = info.person();
        addIfMissing(missing, FilledColumns.Part.FIRST_NAME, now.firstName(), person.firstName());
        addIfMissing(missing, FilledColumns.Part.LAST_NAME_1, now.lastName1(), person.lastName1());
        addIfMissing(missing, FilledColumns.Part.LAST_NAME_2, now.lastName2(), person.lastName2());
        addIfMissing(missing, FilledColumns.Part.BIRTHDAY, now.birthday(), person.birthday());
        addIfMissing(missing, FilledColumns.Part.GENDER, now.gender(), person.gender());
        if (info.status().role().equals(AbstractProfile.DEFAULT_ROLE) && !role.equals(AbstractProfile.DEFAULT_ROLE)) {
            missing.add(FilledColumns.Part.ROLE);
        }
        return missing;
    }

    private static void addIfMissing(
            Set<FilledColumns.Part> missing, FilledColumns.Part part, @Nullable Object now, @Nullable Object wanted) {
        if (now == null && wanted != null) {
            missing.add(part);
        }
    }

    /** The same without what was filled in. */
    ProfileRow without(Set<FilledColumns.Part> parts) {
        Person now = info.person();
        Person left = new Person(
                parts.contains(FilledColumns.Part.FIRST_NAME) ? null : now.firstName(),
                parts.contains(FilledColumns.Part.LAST_NAME_1) ? null : now.lastName1(),
                parts.contains(FilledColumns.Part.LAST_NAME_2) ? null : now.lastName2(),
                parts.contains(FilledColumns.Part.BIRTHDAY) ? null : now.birthday(),
                parts.contains(FilledColumns.Part.GENDER) ? null : now.gender());
        String role = parts.contains(FilledColumns.Part.ROLE)
                ? AbstractProfile.DEFAULT_ROLE
                : info.status().role();
        ProfileInfo.Status status = new ProfileInfo.Status(
                role, info.status().isDefault(), info.status().active());
        return new ProfileRow(
                new ProfileInfo(info.id(), info.user(), left, status, info.label(), info.picture(), info.settings()),
                times);
    }

    private RowTimes modified(Instant at) {
        return new RowTimes(times.createdAt(), at, times.deletedAt(), times.deletedByCascade());
    }
}
