package dev.lockstile.auth.social;

import dev.lockstile.auth.secret.Secret;
import java.net.URI;
import java.time.Instant;

/**
 * A browser that may go.
 *
 * @param authorizationUri where it goes
 * @param browser to be kept by this very browser, in a cookie that no script reads, and shown when it comes back
 * @param expiresAt from this instant on the browser is not taken back
 */
public record SocialStarted(URI authorizationUri, Secret browser, Instant expiresAt) {}
