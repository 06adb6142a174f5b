package dev.lockstile.auth.social;

/** In which form a provider sends what it tells of accounts. */
public enum SocialEventDelivery {
    /** A security event token (RFC 8417), pushed (RFC 8935), as the RISC profile of OpenID and Google send. */
    SECURITY_EVENT,
    /** A server-to-server notification of Apple. */
    NOTIFICATION,
    /** A logout token (OpenID Connect Back-Channel Logout 1.0). */
    LOGOUT
}
