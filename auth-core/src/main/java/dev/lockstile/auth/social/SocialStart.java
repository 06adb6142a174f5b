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
 * @param reauthenticate whether the person is to prove there who they are, even with a session there; a provider may not know
 *     how, and what counts is the time that it tells
 */
public record SocialStart(
        String provider,
        @Nullable Caller caller,
        @Nullable String returnTo,
        @Nullable String address,
        boolean reauthenticate) {

    /**
     * With a session there if the person has one.
     *
     * @param provider the name the host gave the provider
     * @param caller who links an account; null for a sign-in
     * @param returnTo where the browser goes afterwards; null for the root of the first origin
     * @param address the client's address as the host knows it
     */
    public SocialStart(String provider, @Nullable Caller caller, @Nullable String returnTo, @Nullable String address) {
        this(provider, caller, returnTo, address, false);
    }
}
