package dev.lockstile.auth.account;

import dev.lockstile.auth.model.Secret;

/**
 * What a link carries.
 *
 * @param uid names the user, as it stands in the link
 * @param token the link's secret
 */
public record LinkProof(String uid, Secret token) {}
