package dev.lockstile.auth.passkey.internal.ceremony;

import java.util.Set;

/**
 * What a ceremony is held against.
 *
 * @param relyingParty the RP id: a domain, without scheme and port
 * @param origins the origins whose pages may ask, compared character by character
 * @param algorithms COSE numbers of the signature algorithms that are allowed
 * @param framedBy origins of other sites that may hold such a page in a frame
 * @param verifiedAtRegistration whether a registration needs a PIN, a fingerprint or a face
 */
public record CeremonyPolicy(
        String relyingParty,
        Set<String> origins,
        Set<Long> algorithms,
        Set<String> framedBy,
        boolean verifiedAtRegistration) {

    /** EdDSA, ES256, RS256: what authenticators have, and what a server has to offer at least (WebAuthn L3, 5.4). */
    private static final Set<Long> ALGORITHMS = Set.of(-8L, -7L, -257L);

    public CeremonyPolicy {
        origins = Set.copyOf(origins);
        algorithms = Set.copyOf(algorithms);
        framedBy = Set.copyOf(framedBy);
    }

    public static CeremonyPolicy of(String relyingParty, Set<String> origins) {
        return new CeremonyPolicy(relyingParty, origins, ALGORITHMS, Set.of(), true);
    }
}
