package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.store.RowTimes;
import java.time.Instant;

/** A row of the profiles' table. */
record ProfileRow(ProfileInfo info, RowTimes times) {

    boolean isDeleted() {
        return times.deletedAt() != null;
    }

    ProfileRow deletedAt(Instant at) {
        return new ProfileRow(info, new RowTimes(times.createdAt(), at, at, true));
    }
}
