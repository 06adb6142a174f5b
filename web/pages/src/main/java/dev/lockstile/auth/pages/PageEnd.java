package dev.lockstile.auth.pages;

/** Flows after which the browser can be redirected to a page of the host. */
public enum PageEnd {
    /** After a sign-out; by default the start page. */
    SIGN_OUT,
    /** After the verification of an address, which signs in; by default the landing page. */
    CONFIRMATION,
    /** After a password reset by a link, which signs in; by default the landing page. */
    PASSWORD_RESET,
    /** After the deletion of the account; by default the start page. */
    DELETION
}
