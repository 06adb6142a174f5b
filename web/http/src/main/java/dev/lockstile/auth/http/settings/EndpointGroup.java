package dev.lockstile.auth.http.settings;

/**
 * Groups of endpoints that a host can leave out with {@link HttpSettings#without}. All other endpoints are always
 * served.
 */
public enum EndpointGroup {
    /**
     * Sign-in with a password, reset and change of passwords, and registration, which requires a password. A step-up
     * and a deletion still accept the password of an account that has one.
     */
    PASSWORDS,
    /** Sign-in with a one-time code. A step-up, a deletion and a new phone number still use codes. */
    CODES,
    /**
     * Registration, and verification of its address. Without this group neither
     * {@link dev.lockstile.auth.account.SignUpSettings#allowSignUpByCode} nor
     * {@link dev.lockstile.auth.social.SocialSettings#allowSignUp} may be set: the servlet then refuses to start.
     */
    SIGN_UP,
    /** Opening of administrators' accounts. */
    ADMINISTRATION,
    /** Upload of profile pictures. */
    PICTURES
}
