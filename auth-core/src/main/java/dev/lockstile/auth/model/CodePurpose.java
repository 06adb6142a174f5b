package dev.lockstile.auth.model;

/** What a code or link is for. One made for one purpose is worth nothing for another (ASVS 6.6.2, RFC 8725 3.12). */
public enum CodePurpose {
    /** Signs in. */
    LOGIN,
    /** Proves the e-mail address of a registration. */
    CONFIRM_EMAIL,
    /** Allows a new password to be set. */
    RESET_PASSWORD,
    /** Proves the new e-mail address or phone number of a change. */
    CONFIRM_CHANGE,
    /** Proves presence before a sensitive step. */
    STEP_UP,
    /** Signs the browser in that asked for it, by the link of a message or the code beside it. */
    LOGIN_LINK
}
