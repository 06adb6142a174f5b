package dev.lockstile.auth.social;

/**
 * A link that is there now.
 *
 * @param provider the name the host gave the provider
 * @param accountId as {@link LinkedAccount#id()} says
 * @param created false when it was there before
 */
public record SocialLink(String provider, String accountId, boolean created) {}
