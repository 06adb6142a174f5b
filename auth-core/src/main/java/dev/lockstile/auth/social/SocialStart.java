package dev.lockstile.auth.social;

import dev.lockstile.auth.token.Caller;
import org.jspecify.annotations.Nullable;

/**
 * A browser that is to be sent to another site.
 *
 * @param provider the name the host gave the provider
 * @param caller who links an account; null for a sign-in
 * @param returnTo where the browser goes afterwards: an address of {@link SocialSettings#returnOrigins}; null for the
 *     root of the first
 * @param address the client's address as the host knows it
 */
public record SocialStart(
        String provider,
        @Nullable Caller caller,
        @Nullable String returnTo,
        @Nullable String address) {}
