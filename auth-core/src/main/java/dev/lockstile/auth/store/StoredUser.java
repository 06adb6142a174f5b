package dev.lockstile.auth.store;

import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.Secret;
import dev.lockstile.auth.model.UserInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user as read in one statement.
 *
 * @param passwordHash null when the user has none
 * @param passwordChangedAt when the person last chose a password; a re-hash does not move it
 * @param profiles those not deleted, oldest first
 */
public record StoredUser(
        UserInfo info,
        @Nullable Secret passwordHash,
        @Nullable Instant passwordChangedAt,
        List<ProfileInfo> profiles) {

    public StoredUser {
        profiles = List.copyOf(profiles);
    }
}
