package dev.lockstile.auth.email.smtp;

/** How the connection is protected. */
public enum SmtpSecurity {
    /** Begins in clear and must become TLS before anything is told (RFC 3207); usually port 587. */
    STARTTLS,
    /** TLS from the first byte (RFC 8314 3.3, recommended); usually port 465. */
    TLS,
    /** In clear: only for a server on this machine or for tests. */
    CLEAR
}
