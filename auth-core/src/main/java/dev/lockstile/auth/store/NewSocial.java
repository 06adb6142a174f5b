package dev.lockstile.auth.store;

import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserId;

/** An account at another site to be added. */
public record NewSocial(UserId user, SocialIdentity identity, RowTimes times) {}
