package dev.lockstile.auth.admin;

/** What can be listed. */
public enum AdminList {
    /** Users, with their status and the proof of their identifiers; never a password hash. */
    USERS,
    /** Profiles, each with its user, role and default mark. */
    PROFILES,
    /** Devices of users; names for push messages come masked. */
    DEVICES,
    /** One-time codes and links: when and for what, never their digits, tokens or digests. */
    CODES,
    /** Sessions, ended ones too; never a token or its digest. */
    SESSIONS,
    /** Text messages: to whom and what became of them, not what they said. */
    SMS_LOG,
    /** E-mails: to whom and what became of them, not what they said. */
    EMAIL_LOG,
    /** Which row of a former system became which of ours. */
    LEGACY_LINKS
}
