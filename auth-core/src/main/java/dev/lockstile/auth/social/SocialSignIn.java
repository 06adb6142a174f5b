package dev.lockstile.auth.social;

import dev.lockstile.auth.token.ClientInfo;

/**
 * A sign-in with another site.
 *
 * @param claim who somebody says to be at another site, and what proves it
 * @param client where the request comes from
 * @param termsAccepted asked only of somebody who gets an account by it
 */
public record SocialSignIn(SocialClaim claim, ClientInfo client, boolean termsAccepted) {}
