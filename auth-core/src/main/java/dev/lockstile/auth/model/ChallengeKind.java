package dev.lockstile.auth.model;

/** What a challenge is for. One made for one kind is worth nothing for another (ASVS 6.6.2). */
public enum ChallengeKind {
    /** Between the first factor of a sign-in and the second one. */
    SECOND_FACTOR,
    /** Between the first factor of a sign-in and the enrolment of a second one, where the host wants one. */
    ENROLMENT,
    /** To register a passkey, in a session. */
    PASSKEY_REGISTRATION,
    /** To sign in with a passkey alone. */
    PASSKEY_SIGN_IN,
    /** To show a passkey as the second factor of a sign-in. */
    PASSKEY_SECOND_FACTOR,
    /** To show a passkey again, in a session. */
    PASSKEY_STEP_UP,
    /** A sign-in or a link with another site that a native client began. */
    SOCIAL_NONCE,
    /** A browser that was sent to another site. */
    SOCIAL_REDIRECT,
    /** A browser that is back from another site, and whom the site vouches for. */
    SOCIAL_PROOF,
    /** A token of another site that was shown without a transaction, and is worth nothing any more. */
    SOCIAL_TOKEN,
    /** A reset of somebody's second factors that an administrator asked for and that waits; nobody can answer it. */
    FACTOR_RESET
}
