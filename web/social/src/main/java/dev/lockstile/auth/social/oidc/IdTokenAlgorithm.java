package dev.lockstile.auth.social.oidc;

/** How an ID token may be signed. There is no HMAC and no {@code none} (RFC 8725 3.1, 3.2). */
public enum IdTokenAlgorithm {
    /** RSASSA-PKCS1-v1_5 with SHA-256; what most providers use. */
    RS256,
    /** ECDSA on P-256 with SHA-256. */
    ES256,
    /** RSASSA-PSS with SHA-256. */
    PS256,
    /** Ed25519 (RFC 8037). */
    EdDSA
}
