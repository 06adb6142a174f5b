package dev.lockstile.auth.store.imports;

import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.RowTimes;

/**
 * An account at another site to be added.
 *
 * @param user whose it is
 * @param identity as the former system had it
 * @param times when the row came to be, changed last and was deleted
 */
public record NewSocial(UserId user, SocialIdentity identity, RowTimes times) {}
