package dev.lockstile.auth.model;

/** Why a session ended. */
public enum EndReason {
    LOGOUT,
    ENDED_BY_OWNER,
    ENDED_BY_ADMIN,
    PASSWORD_CHANGED,
    PASSWORD_RESET,
    ACCOUNT_DISABLED,
    ACCOUNT_DELETED,
    IDENTIFIER_PROVEN,
    IDENTIFIER_CHANGED,
    FACTORS_CHANGED,
    PROVIDER_EVENT,
    TOKEN_REUSED,
    TOO_MANY,
    REPLACED
}
