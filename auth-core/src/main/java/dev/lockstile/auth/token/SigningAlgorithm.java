package dev.lockstile.auth.token;

import java.util.Arrays;

/** How access tokens are signed. A key signs with one algorithm alone; a token's header never chooses (RFC 8725 3.1). */
public enum SigningAlgorithm {
    /** ECDSA on P-256: the default; what every library verifies. */
    ES256("ES256"),
    /** Ed25519 (RFC 8037). */
    EDDSA("EdDSA"),
    /** RSA with 3072 bits: large and slow; for verifiers that know nothing else. */
    RS256("RS256"),
    /** HMAC: whoever can verify can sign, so only where the application that signs is the only one that verifies. */
    HS256("HS256");

    private final String id;

    SigningAlgorithm(String id) {
        this.id = id;
    }

    /** {@return the name in a token's header and in a JWK (RFC 7518)} */
    public String id() {
        return id;
    }

    /** @throws IllegalArgumentException for a name that none of these has */
    static SigningAlgorithm of(String id) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no algorithm of ours has the name " + id));
    }
}
