package dev.lockstile.auth.social;

import dev.lockstile.auth.outcome.SecondFactorChallenge;
import dev.lockstile.auth.token.SignIn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a sign-in with another site ended. */
public sealed interface SocialSignInResult {

    /**
     * The person is in.
     *
     * @param signIn the session's tokens and the account
     * @param account by what the person came in
     */
    record SignedIn(SignIn signIn, Account account) implements SocialSignInResult {}

    /**
     * The provider's word was right; nobody is in before the second factor was shown, or enrolled.
     *
     * @param challenge to be sent with the second factor
     */
    record SecondFactorRequired(SecondFactorChallenge challenge) implements SocialSignInResult {}

    /**
     * Nobody is in.
     *
     * @param why what a client may be told, by its stable code
     * @param retryAt when to try again, where that helps
     */
    record Refused(SocialResult.Refusal why, @Nullable Instant retryAt) implements SocialSignInResult {}

    /** A mobile client has to say which device it is; nothing was used up. */
    record DeviceRequired() implements SocialSignInResult {}

    /**
     * By what the person came in.
     *
     * @param provider the name the host gave the provider
     * @param id as {@link LinkedAccount#id()} says
     * @param userCreated true when this sign-in opened the account
     * @param linkedExisting true when this sign-in linked the account to a person who was here
     */
    record Account(String provider, String id, boolean userCreated, boolean linkedExisting) {}
}
