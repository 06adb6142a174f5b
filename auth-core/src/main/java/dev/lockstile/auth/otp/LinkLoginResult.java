package dev.lockstile.auth.otp;

import dev.lockstile.auth.factor.SecondFactorChallenge;
import dev.lockstile.auth.token.SignIn;
import java.time.Instant;

/** How a sign-in by a link ended. */
public sealed interface LinkLoginResult {

    /**
     * The link, or the code beside it, was right, and nothing more is asked for.
     *
     * @param signIn the session's tokens and the account
     */
    record SignedIn(SignIn signIn) implements LinkLoginResult {}

    /**
     * The link was right; nobody is in before the second factor was shown, or enrolled.
     *
     * @param challenge to be sent with the second factor
     */
    record SecondFactorRequired(SecondFactorChallenge challenge) implements LinkLoginResult {}

    /**
     * Wrong, used, replaced, expired, out of attempts, asked for by another client, or of an account that may not sign in: one
     * answer for all.
     */
    record Refused() implements LinkLoginResult {}

    /**
     * Too many tries by this client or for this address, whether or not somebody has it; nothing was looked at.
     *
     * @param retryAt when to try again
     */
    record Throttled(Instant retryAt) implements LinkLoginResult {}

    /** A mobile client has to name its device; no attempt was spent. */
    record DeviceRequired() implements LinkLoginResult {}

    /** The host has not turned it on. */
    record Off() implements LinkLoginResult {}
}
