package dev.lockstile.auth.factor;

import dev.lockstile.auth.token.SignIn;
import java.time.Instant;

/** How a sign-in with a passkey alone ended. */
public sealed interface PasskeyLoginResult {

    /**
     * The person is in.
     *
     * @param signIn the session's tokens and the account
     */
    record SignedIn(SignIn signIn) implements PasskeyLoginResult {}

    /** Nobody is in. One answer for an unknown, wrong, used or late credential and for an account that may not sign in. */
    record Refused() implements PasskeyLoginResult {}

    /**
     * Too many requests; nothing was looked at and nothing spent.
     *
     * @param retryAt when to try again
     */
    record Throttled(Instant retryAt) implements PasskeyLoginResult {}

    /** A mobile client has to say which device it is; nothing was spent. */
    record DeviceRequired() implements PasskeyLoginResult {}

    /** The host serves no passkeys. */
    record Off() implements PasskeyLoginResult {}
}
