package dev.lockstile.auth.factor;

import java.time.Instant;

/** How asking for a passkey ended. */
public sealed interface PasskeyStartResult {

    /**
     * This is what the browser is to do.
     *
     * @param ceremony once, and within ten minutes
     */
    record Started(PasskeyCeremony ceremony) implements PasskeyStartResult {}

    /** The sign-in that it was for is none, or takes no passkey. */
    record Refused() implements PasskeyStartResult {}

    /**
     * Too many requests; nothing was begun.
     *
     * @param retryAt when to try again
     */
    record Throttled(Instant retryAt) implements PasskeyStartResult {}

    /** The host serves no passkeys. */
    record Off() implements PasskeyStartResult {}
}
