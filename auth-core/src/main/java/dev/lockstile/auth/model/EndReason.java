package dev.lockstile.auth.model;

/** Why a session ended. */
public enum EndReason {
    /** Its owner signed out in it. */
    LOGOUT,
    /** Its owner ended it from another session, or signed out everywhere. */
    ENDED_BY_OWNER,
    /** The host's administration ended all of the user's sessions. */
    ENDED_BY_ADMIN,
    /** The password was changed in another session. */
    PASSWORD_CHANGED,
    /** A new password was set by a link. */
    PASSWORD_RESET,
    /** The account was disabled. */
    ACCOUNT_DISABLED,
    /** The account was deleted, or restored. */
    ACCOUNT_DELETED,
    /** A proof of an address or number took away what was set on the account before it. */
    IDENTIFIER_PROVEN,
    /** A new address, number or user name took the place of the old one, in another session. */
    IDENTIFIER_CHANGED,
    /** A second factor was added, removed or reset, or an account at another site was unlinked. */
    FACTORS_CHANGED,
    /** The provider that it came by told something of the account there. */
    PROVIDER_EVENT,
    /** A refresh token was shown that had been exchanged already: two hold it, and one of them is a thief. */
    TOKEN_REUSED,
    /** The user has more sessions than one may have, and this was one of the oldest. */
    TOO_MANY,
    /** A sign-in on another mobile device took its place, where the host allows one at a time. */
    REPLACED
}
