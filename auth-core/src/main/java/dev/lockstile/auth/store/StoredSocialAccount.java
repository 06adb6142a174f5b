package dev.lockstile.auth.store;

import dev.lockstile.auth.model.SocialAccountId;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account at another site as it was read.
 *
 * @param id key of the row
 * @param user whose it is
 * @param identity as the provider last vouched for it
 * @param linkedAt when it was linked, or came by an import
 * @param status what its provider has told of it
 */
public record StoredSocialAccount(
        SocialAccountId id, UserId user, SocialIdentity identity, Instant linkedAt, Status status) {

    /** {@return true while its provider has it disabled: then it signs nobody in} */
    public boolean suspended() {
        return status.suspended();
    }

    /**
     * What its provider has told of it.
     *
     * @param suspended true while it is disabled there
     * @param enabledAt when the provider last showed that it is enabled, by an event or by letting its holder in, or
     *     an administrator lifted its suspension; null where neither is known
     * @param revokedAt when the provider last revoked what it had vouched for; null for never
     */
    public record Status(
            boolean suspended,
            @Nullable Instant enabledAt,
            @Nullable Instant revokedAt) {

        /**
         * {@return true when the proof signs nobody in, since the account is disabled or the proof revoked}
         *
         * @param begunAt when the proof was begun
         */
        public boolean refuses(Instant begunAt) {
            return suspended || (revokedAt != null && revokedAt.isAfter(begunAt));
        }
    }
}
