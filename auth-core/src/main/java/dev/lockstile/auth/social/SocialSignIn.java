package dev.lockstile.auth.social;

import dev.lockstile.auth.token.ClientInfo;

/**
 * A sign-in with another site.
 *
 * @param termsAccepted asked only of somebody who gets an account by it
 */
public record SocialSignIn(SocialClaim claim, ClientInfo client, boolean termsAccepted) {}
