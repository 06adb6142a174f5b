package dev.lockstile.auth.social.oidc;

import dev.lockstile.auth.social.SocialUnavailableException;
import java.util.Optional;
import java.util.Set;

/**
 * What a provider's keys verify: ID tokens and events alike.
 *
 * @param algorithms that are taken at all
 */
record ProviderKeys(IssuerRule issuers, Set<IdTokenAlgorithm> algorithms, Refreshable<KeySet> keys) {

    void requireTaken(Jws jws) throws RefusedProofException {
        RefusedProofException.unless(algorithms.contains(jws.algorithm()), "the token's algorithm is refused");
    }

    /** Its claims have been looked at before, so that only what could be for us makes this server fetch keys. */
    void verify(Jws jws) throws RefusedProofException, SocialUnavailableException {
        VerificationKey key = key(jws);
        boolean fits = key.algorithms().contains(jws.algorithm()) && issuers.isKeyFor(key.issuer(), jws.payload());
        RefusedProofException.unless(fits, "the token's key is for something else");
        RefusedProofException.unless(
                key.signed(jws.header(), jws.signed(), jws.signature()), "the token's signature is wrong");
    }

    private VerificationKey key(Jws jws) throws RefusedProofException, SocialUnavailableException {
        KeySet known = keys.get();
        Optional<VerificationKey> found = known.find(jws.keyId());
        if (found.isEmpty()) {
            found = keys.newerThan(known).find(jws.keyId());
        }
        return found.orElseThrow(() -> new RefusedProofException("the token's key is not one of the provider's"));
    }
}
