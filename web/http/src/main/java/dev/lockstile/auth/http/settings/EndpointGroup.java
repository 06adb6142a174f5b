package dev.lockstile.auth.http.settings;

/**
 * Endpoints that a host can leave out together, with {@link HttpSettings#without}. All other endpoints are always
 * served.
 */
public enum EndpointGroup {
    /**
     * Signing in with a password, resetting and changing one, and registering, which asks for a password. A step-up or
     * a deletion may still be proven by the password of an account that has one.
     */
    PASSWORDS,
    /** Signing in with a one-time code. A step-up, a deletion and a new phone number may still be proven by a code. */
    CODES,
    /**
     * Registering, and proving the address of a registration. Leaving them out does not keep codes from opening
     * accounts: that is off unless {@link dev.lockstile.auth.account.SignUpSettings#allowSignUpByCode} turns it on, and
     * a servlet with the one and without the other refuses to start. The same holds for
     * {@link dev.lockstile.auth.social.SocialSettings#allowSignUp}.
     */
    SIGN_UP,
    /** Opening accounts of administrators. */
    ADMINISTRATION,
    /** Uploading pictures of profiles. */
    PICTURES
}
