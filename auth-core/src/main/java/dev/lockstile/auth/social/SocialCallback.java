package dev.lockstile.auth.social;

import dev.lockstile.auth.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * The callback of a browser that returns from another site.
 *
 * @param provider the host's name of the provider
 * @param browser from {@link SocialLogin.Started#browser}; null when the browser sends none
 * @param answer the parameters of the callback
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
     * @param state the state; null when there is none
     * @param code the authorization code; null unless the user agreed
     * @param issuer the parameter {@code iss}; null when there is none
     * @param error the error; null unless the user or the site refused
     */
    public record Answer(
            @Nullable Secret state,
            @Nullable Secret code,
            @Nullable String issuer,
            @Nullable String error) {}
}
