package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.ProfileStanding;
import dev.lockstile.auth.store.Filled;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.RowTimes;
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
        return standing(
                new ProfileStanding(
                        info.standing().role(), isDefault, info.standing().active()),
                at);
    }

    ProfileRow inRole(String role, Instant at) {
        ProfileStanding old = info.standing();
        return standing(new ProfileStanding(role, old.isDefault(), old.active()), at);
    }

    private ProfileRow standing(ProfileStanding standing, Instant at) {
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

    /** What of these is not here. */
    Set<Filled.Part> missing(Person person, String role) {
        Set<Filled.Part> missing = EnumSet.noneOf(Filled.Part.class);
        Person now = info.person();
        addIfMissing(missing, Filled.Part.FIRST_NAME, now.firstName(), person.firstName());
        addIfMissing(missing, Filled.Part.LAST_NAME_1, now.lastName1(), person.lastName1());
        addIfMissing(missing, Filled.Part.LAST_NAME_2, now.lastName2(), person.lastName2());
        addIfMissing(missing, Filled.Part.BIRTHDAY, now.birthday(), person.birthday());
        addIfMissing(missing, Filled.Part.GENDER, now.gender(), person.gender());
        if (info.standing().role().equals(AbstractProfile.DEFAULT_ROLE) && !role.equals(AbstractProfile.DEFAULT_ROLE)) {
            missing.add(Filled.Part.ROLE);
        }
        return missing;
    }

    private static void addIfMissing(
            Set<Filled.Part> missing, Filled.Part part, @Nullable Object now, @Nullable Object wanted) {
        if (now == null && wanted != null) {
            missing.add(part);
        }
    }

    /** The same without what was filled in. */
    ProfileRow without(Set<Filled.Part> parts) {
        Person now = info.person();
        Person left = new Person(
                parts.contains(Filled.Part.FIRST_NAME) ? null : now.firstName(),
                parts.contains(Filled.Part.LAST_NAME_1) ? null : now.lastName1(),
                parts.contains(Filled.Part.LAST_NAME_2) ? null : now.lastName2(),
                parts.contains(Filled.Part.BIRTHDAY) ? null : now.birthday(),
                parts.contains(Filled.Part.GENDER) ? null : now.gender());
        String role = parts.contains(Filled.Part.ROLE)
                ? AbstractProfile.DEFAULT_ROLE
                : info.standing().role();
        ProfileStanding standing = new ProfileStanding(
                role, info.standing().isDefault(), info.standing().active());
        return new ProfileRow(
                new ProfileInfo(info.id(), info.user(), left, standing, info.label(), info.picture(), info.settings()),
                times);
    }

    private RowTimes modified(Instant at) {
        return new RowTimes(times.createdAt(), at, times.deletedAt(), times.deletedByCascade());
    }
}
