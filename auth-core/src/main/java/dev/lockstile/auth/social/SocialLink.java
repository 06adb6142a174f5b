package dev.lockstile.auth.social;

/**
 * A link that is there now.
 *
 * @param created false when it was there before
 */
public record SocialLink(String provider, String accountId, boolean created) {}
