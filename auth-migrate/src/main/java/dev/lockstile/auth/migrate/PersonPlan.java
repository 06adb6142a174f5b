package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.draft.DeviceDraft;
import dev.lockstile.auth.migrate.draft.Origin;
import dev.lockstile.auth.migrate.draft.ProfileDraft;
import dev.lockstile.auth.migrate.draft.SocialDraft;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.NewUser;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written for one person, decided outside of any transaction.
 *
 * @param newUser null when the user is here already
 * @param existing the user here; null for a new one
 * @param addProfile give a new user a profile, since the old rows have none that can be the default
 * @param tally what to count once it is written
 */
record PersonPlan(
        Origin origin,
        @Nullable NewUser newUser,
        @Nullable UserId existing,
        List<ProfileDraft> profiles,
        boolean addProfile,
        List<DeviceDraft> devices,
        List<SocialDraft> socials,
        Tally tally) {

    /** Nothing to write. */
    static PersonPlan nothing(Origin origin, Tally tally) {
        return new PersonPlan(origin, null, null, List.of(), false, List.of(), List.of(), tally);
    }

    boolean isEmpty() {
        return newUser == null && profiles.isEmpty() && devices.isEmpty() && socials.isEmpty();
    }
}
