package dev.lockstile.auth.passkey.internal.ceremony;

import java.util.List;

/**
 * A credential as it came out of a registration.
 *
 * @param id up to 1023 bytes
 * @param publicKey a COSE key in CBOR
 * @param signCount 0 where the authenticator does not count
 * @param transports as the browser named them, at most five of those that the specification knows
 * @param aaguid the model of the authenticator as it names itself; no attestation is asked for, so nothing follows from
 *     it
 */
public record RegisteredCredential(
        CredentialBytes id,
        CredentialBytes publicKey,
        long signCount,
        boolean backupEligible,
        boolean backedUp,
        List<String> transports,
        String aaguid) {

    public RegisteredCredential {
        transports = List.copyOf(transports);
    }
}
