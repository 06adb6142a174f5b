package dev.lockstile.auth.store;

import dev.lockstile.auth.model.SocialAccountId;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;

/**
 * An account at another site as it was read.
 *
 * @param suspended true while its provider has it disabled: then it signs nobody in
 */
public record StoredSocialAccount(
        SocialAccountId id, UserId user, SocialIdentity identity, Instant linkedAt, boolean suspended) {}
