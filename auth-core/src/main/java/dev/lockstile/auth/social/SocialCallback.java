package dev.lockstile.auth.social;

import dev.lockstile.auth.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * A browser that comes back from another site.
 *
 * @param provider the name the host gave the provider
 * @param browser as {@link SocialLogin.Started#browser} gave it; null when the browser shows none
 * @param answer what the site sent along
 * @param address the client's IP address as determined by the host
 */
public record SocialCallback(
        String provider,
        @Nullable Secret browser,
        Answer answer,
        @Nullable String address) {

    /**
     * The parameters of the callback (RFC 6749 4.1.2, RFC 9207).
     *
     * @param state as it was sent along; null when there is none
     * @param code to be redeemed; null unless the person agreed
     * @param issuer the parameter {@code iss}; null when there is none
     * @param error null unless the person or the site refused
     */
    public record Answer(
            @Nullable Secret state,
            @Nullable Secret code,
            @Nullable String issuer,
            @Nullable String error) {}
}
