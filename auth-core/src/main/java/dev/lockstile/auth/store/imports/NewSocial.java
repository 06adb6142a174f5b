package dev.lockstile.auth.store.imports;

import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.RowTimes;

/** An account at another site to be added. */
public record NewSocial(UserId user, SocialIdentity identity, RowTimes times) {}
