package dev.lockstile.auth.pages;

/** The end of a way through the pages, after which a host may have a page of its own. */
public enum PageEnd {
    /** The person signed out; without a page of the host the start page of the pages follows. */
    SIGN_OUT,
    /** The person proved an address and is signed in; without a page of the host the landing page follows. */
    CONFIRMATION,
    /**
     * The person chose a new password by a link and is signed in; without a page of the host the landing page follows.
     */
    PASSWORD_RESET,
    /** The person deleted the account; without a page of the host the start page of the pages follows. */
    DELETION
}
