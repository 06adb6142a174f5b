package dev.lockstile.auth.hook;

import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.token.ClientInfo;
import java.time.Instant;

/**
 * A session that is about to be opened.
 *
 * @param user who has proven who they are
 * @param active the profile they would act in
 * @param client where they come from
 * @param at the time of the flow
 */
public record NewSession(UserInfo user, ProfileInfo active, ClientInfo client, Instant at) {}
