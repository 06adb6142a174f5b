package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.RowTimes;
import java.time.Instant;
import java.util.List;

/** A row of the table of accounts at other sites. */
record SocialRow(UserId user, SocialIdentity identity, RowTimes times) {

    List<String> uniqueKey() {
        return List.of(identity.provider(), identity.providerUserId());
    }

    boolean isDeleted() {
        return times.deletedAt() != null;
    }

    SocialRow deletedAt(Instant at) {
        return new SocialRow(user, identity, new RowTimes(times.createdAt(), at, at, true));
    }
}
