package dev.lockstile.auth.factor;

import dev.lockstile.auth.token.ClientInfo;

/**
 * A sign-in with a passkey alone.
 *
 * @param credential what the browser made, in its JSON form
 * @param client where the request comes from
 */
public record PasskeyAttempt(FactorProof.Passkey credential, ClientInfo client) {}
