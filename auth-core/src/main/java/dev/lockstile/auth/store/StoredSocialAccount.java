package dev.lockstile.auth.store;

import dev.lockstile.auth.model.SocialAccountId;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;

/**
 * An account at another site as it was read.
 *
 * @param id key of the row
 * @param user whose it is
 * @param identity as the provider last vouched for it
 * @param linkedAt when it was linked, or came by an import
 * @param suspended true while its provider has it disabled: then it signs nobody in
 */
public record StoredSocialAccount(
        SocialAccountId id, UserId user, SocialIdentity identity, Instant linkedAt, boolean suspended) {}
