package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.RowTimes;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of the table of accounts at other sites. */
record SocialRow(UserId user, SocialIdentity identity, RowTimes times) {

    /** Null once its user is deleted: then the account at the other site may be linked to somebody else. */
    @Nullable
    List<String> uniqueKey() {
        return isDeleted() && times.deletedByCascade() ? null : List.of(identity.provider(), identity.providerUserId());
    }

    boolean isOf(SocialIdentity other) {
        return identity.provider().equals(other.provider())
                && identity.providerUserId().equals(other.providerUserId());
    }

    boolean isDeleted() {
        return times.deletedAt() != null;
    }

    SocialRow deletedAt(Instant at) {
        return new SocialRow(user, identity, new RowTimes(times.createdAt(), at, at, true));
    }
}
