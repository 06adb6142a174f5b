package dev.lockstile.auth.admin;

/** What can be listed. */
public enum AdminList {
    USERS,
    PROFILES,
    DEVICES,
    /** One-time codes and links: when and for what, never their digits, tokens or digests. */
    CODES,
    SESSIONS,
    /** Text messages: to whom and what became of them, not what they said. */
    SMS_LOG,
    EMAIL_LOG,
    /** Which row of a former system became which of ours. */
    LEGACY_LINKS
}
