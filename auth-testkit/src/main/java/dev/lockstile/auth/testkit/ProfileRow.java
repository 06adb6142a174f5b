package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.ProfileStanding;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.RowTimes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the profiles' table. */
record ProfileRow(ProfileInfo info, RowTimes times) {

    boolean isDeleted() {
        return times.deletedAt() != null;
    }

    ProfileRow restoredAt(Instant at) {
        return new ProfileRow(info, new RowTimes(times.createdAt(), at, null, false));
    }

    ProfileRow deletedAt(Instant at) {
        return new ProfileRow(info, new RowTimes(times.createdAt(), at, at, true));
    }

    ProfileRow deletedAlone(Instant at) {
        return new ProfileRow(info, new RowTimes(times.createdAt(), at, at, false));
    }

    ProfileRow described(Person person, String label, Instant at) {
        return new ProfileRow(
                new ProfileInfo(
                        info.id(), info.user(), person, info.standing(), label, info.picture(), info.settings()),
                modified(at));
    }

    ProfileRow presented(@Nullable String picture, Instant at) {
        return new ProfileRow(
                new ProfileInfo(
                        info.id(), info.user(), info.person(), info.standing(), info.label(), picture, info.settings()),
                modified(at));
    }

    ProfileRow asDefault(boolean isDefault, Instant at) {
        ProfileStanding standing = new ProfileStanding(
                info.standing().role(), isDefault, info.standing().active());
        return new ProfileRow(
                new ProfileInfo(
                        info.id(), info.user(), info.person(), standing, info.label(), info.picture(), info.settings()),
                modified(at));
    }

    NewProfile asAdded() {
        return new NewProfile(
                info.user(), info.person(), info.standing(), info.label(), info.picture(), info.settings(), times);
    }

    /** All but the owner, the mark of the default one and the time of creation. */
    ProfileRow replaced(NewProfile next) {
        ProfileStanding standing = new ProfileStanding(
                next.standing().role(),
                info.standing().isDefault(),
                next.standing().active());
        RowTimes changed = new RowTimes(
                times.createdAt(),
                next.times().modifiedAt(),
                next.times().deletedAt(),
                next.times().deletedByCascade());
        return new ProfileRow(
                new ProfileInfo(
                        info.id(), info.user(), next.person(), standing, next.label(), next.picture(), next.settings()),
                changed);
    }

    private RowTimes modified(Instant at) {
        return new RowTimes(times.createdAt(), at, times.deletedAt(), times.deletedByCascade());
    }
}
