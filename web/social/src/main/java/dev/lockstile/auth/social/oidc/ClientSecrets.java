package dev.lockstile.auth.social.oidc;

import dev.lockstile.auth.secret.Secret;
import org.jspecify.annotations.Nullable;

/** What a client shows to the token endpoint. */
@FunctionalInterface
interface ClientSecrets {

    /** Null for a public client. */
    @Nullable
    Secret of(String clientId);
}
