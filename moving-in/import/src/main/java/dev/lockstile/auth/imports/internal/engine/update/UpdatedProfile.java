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
 * A profile that was not changed here, as the old row says now. The default one stays the default one, and active.
 *
 * @param mayBeFilled a second row of the person may have filled in what the first one does not have: that stays
 * @param readAt what a row without a date was given when it was read
 */
record UpdatedProfile(NewProfile here, boolean mayBeFilled, Instant readAt) {

    /** From a row of its own; null when nothing that is kept here differs. */
    @Nullable
    NewProfile next(ProfileDraft old) {
        boolean keepsMark = here.status().isDefault() && old.times().deletedAt() == null;
        ProfileInfo.Status status = new ProfileInfo.Status(
                role(old.status().role()),
                here.status().isDefault(),
                keepsMark || old.status().active());
        return differing(new NewProfile(
                here.user(),
                person(old.person()),
                status,
                old.label(),
                old.picture(),
                old.settings(),
                times(old.times())));
    }

    /** From what the row of the user itself says; null when nothing that is kept here differs. */
    @Nullable
    NewProfile next(FirstProfile about, RowTimes ofUser) {
        ProfileInfo.Status status = new ProfileInfo.Status(
                role(about.role()), here.status().isDefault(), here.status().active());
        RowTimes times = times(new RowTimes(
                ofUser.createdAt(), ofUser.modifiedAt(), here.times().deletedAt(), false));
        return differing(new NewProfile(
                here.user(),
                person(about.person()),
                status,
                about.label(),
                about.picture() == null && mayBeFilled ? here.picture() : about.picture(),
                about.settings(),
                new RowTimes(
                        times.createdAt(),
                        times.modifiedAt(),
                        here.times().deletedAt(),
                        here.times().deletedByCascade())));
    }

    private @Nullable NewProfile differing(NewProfile next) {
        boolean same = here.person().equals(next.person())
                && here.status().equals(next.status())
                && here.label().equals(next.label())
                && Objects.equals(here.picture(), next.picture())
                && here.settings().equals(next.settings())
                && Objects.equals(here.times().deletedAt(), next.times().deletedAt());
        return same ? null : next;
    }

    private String role(String role) {
        boolean filledIn = mayBeFilled && role.equals(AbstractProfile.DEFAULT_ROLE);
        return filledIn ? here.status().role() : role;
    }

    private Person person(Person old) {
        if (!mayBeFilled) {
            return old;
        }
        Person now = here.person();
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
                here.times().createdAt(),
                modifiedAt.equals(readAt) ? here.times().modifiedAt() : modifiedAt.truncatedTo(ChronoUnit.MICROS),
                deletedAt == null ? null : deletedAt.truncatedTo(ChronoUnit.MICROS),
                old.deletedByCascade());
    }
}
