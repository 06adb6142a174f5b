package dev.lockstile.auth.otp;

import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.ClientInfo;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to use a code.
 *
 * @param identifier where the code was sent
 * @param challengeId the challenge the code was sent for; without it the identifier's live code is meant
 * @param code as typed
 * @param client where the request comes from
 */
public record CodeAttempt(
        CodeIdentifier identifier, @Nullable String challengeId, Secret code, ClientInfo client) {}
