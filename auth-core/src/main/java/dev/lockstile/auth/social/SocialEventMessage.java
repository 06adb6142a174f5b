package dev.lockstile.auth.social;

import dev.lockstile.auth.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * An event as it came.
 *
 * @param provider the name of the provider that it was sent to the endpoint of
 * @param delivery the form in which it came
 * @param token the signed token
 * @param address the sender's address as the host knows it
 */
public record SocialEventMessage(
        String provider,
        SocialEventDelivery delivery,
        Secret token,
        @Nullable String address) {}
