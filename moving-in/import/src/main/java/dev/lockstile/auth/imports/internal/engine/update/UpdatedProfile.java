package dev.lockstile.auth.imports.internal.engine.update;

import dev.lockstile.auth.imports.internal.draft.FirstProfile;
import dev.lockstile.auth.imports.internal.draft.ProfileDraft;
import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.RowTimes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A profile that was not changed in the target, updated from its source row. The default profile remains the default
 * one, and active.
 *
 * @param stored the profile in the target
 * @param mayBeFilled true where a second row of the person may have filled fields that the first row lacks; these
 *     remain
 * @param readAt the time that a row without a date got when it was read
 */
record UpdatedProfile(NewProfile stored, boolean mayBeFilled, Instant readAt) {

    /** Returns the profile updated from its own source row; null when no stored value differs. */
    @Nullable
    NewProfile next(ProfileDraft old) {
        boolean keepsMark = stored.status().isDefault() && old.times().deletedAt() == null;
        ProfileInfo.Status status = new ProfileInfo.Status(
                role(old.status().role()),
                stored.status().isDefault(),
                keepsMark || old.status().active());
        return differing(new NewProfile(
                stored.user(),
                person(old.person()),
                status,
                old.label(),
                old.picture(),
                old.settings(),
                times(old.times())));
    }

    /**
     * Returns a profile that has no source row, updated from the row of its user; null when no stored value differs.
     */
    @Nullable
    NewProfile next(FirstProfile about, RowTimes ofUser) {
        ProfileInfo.Status status = new ProfileInfo.Status(
                role(about.role()), stored.status().isDefault(), stored.status().active());
        RowTimes times = times(new RowTimes(
                ofUser.createdAt(), ofUser.modifiedAt(), stored.times().deletedAt(), false));
        return differing(new NewProfile(
                stored.user(),
                person(about.person()),
                status,
                about.label(),
                about.picture() == null && mayBeFilled ? stored.picture() : about.picture(),
                about.settings(),
                new RowTimes(
                        times.createdAt(),
                        times.modifiedAt(),
                        stored.times().deletedAt(),
                        stored.times().deletedByCascade())));
    }

    private @Nullable NewProfile differing(NewProfile next) {
        boolean same = stored.person().equals(next.person())
                && stored.status().equals(next.status())
                && stored.label().equals(next.label())
                && Objects.equals(stored.picture(), next.picture())
                && stored.settings().equals(next.settings())
                && Objects.equals(stored.times().deletedAt(), next.times().deletedAt());
        return same ? null : next;
    }

    private String role(String role) {
        boolean filledIn = mayBeFilled && role.equals(AbstractProfile.DEFAULT_ROLE);
        return filledIn ? stored.status().role() : role;
    }

    private Person person(Person old) {
        if (!mayBeFilled) {
            return old;
        }
        Person now = stored.person();
        return new Person(
                or(old.firstName(), now.firstName()),
                or(old.lastName1(), now.lastName1()),
                or(old.lastName2(), now.lastName2()),
                or(old.birthday(), now.birthday()),
                or(old.gender(), now.gender()));
    }

    private static <V> @Nullable V or(@Nullable V one, @Nullable V other) {
        return one == null ? other : one;
    }

    private RowTimes times(RowTimes old) {
        Instant modifiedAt = old.modifiedAt();
        Instant deletedAt = old.deletedAt();
        return new RowTimes(
                stored.times().createdAt(),
                modifiedAt.equals(readAt) ? stored.times().modifiedAt() : modifiedAt.truncatedTo(ChronoUnit.MICROS),
                deletedAt == null ? null : deletedAt.truncatedTo(ChronoUnit.MICROS),
                old.deletedByCascade());
    }
}
