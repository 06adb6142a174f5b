package dev.lockstile.auth.social;

/** What a browser is sent to another site for. */
public enum SocialIntent {
    /** To sign in, or up. */
    LOGIN,
    /** To link the account there to the one that is signed in here. */
    LINK
}
