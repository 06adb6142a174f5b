package dev.lockstile.auth.social;

import org.jspecify.annotations.Nullable;

/**
 * What a sign-in would do. Of an account here it tells only what the person could see by signing in.
 *
 * @param provider the name the host gave the provider
 * @param email as the provider told it; null when it told none
 * @param emailVerified whether the provider called the address verified
 * @param linked the account at the other site is linked to somebody here
 * @param wouldLink the sign-in would link it to the person who has proven the address here
 * @param wouldCreateUser the sign-in would open an account, once the terms are accepted
 * @param canLogin the sign-in would get in, or ask for a second factor
 */
public record SocialPrecheck(
        String provider,
        @Nullable String email,
        boolean emailVerified,
        boolean linked,
        boolean wouldLink,
        boolean wouldCreateUser,
        boolean canLogin) {

    /** {@return true only for a person whom the sign-in gets to} */
    public boolean userExists() {
        return linked || wouldLink;
    }
}
