package dev.lockstile.auth.social.oidc;

import dev.lockstile.auth.secret.Sha256;
import dev.lockstile.auth.social.SocialPerson;
import dev.lockstile.auth.social.SocialUnavailableException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Verifies ID tokens. Claims are looked at before the key is, so that only a token which could be for us now makes this
 * server fetch keys; nobody is believed before the signature is verified.
 */
final class IdTokens {

    private final IdTokenRules rules;
    private final Set<IdTokenAlgorithm> algorithms;
    private final Refreshable<KeySet> keys;

    IdTokens(IdTokenRules rules, Set<IdTokenAlgorithm> algorithms, Refreshable<KeySet> keys) {
        this.rules = rules;
        this.algorithms = algorithms;
        this.keys = keys;
    }

    /**
     * A token that was verified whole.
     *
     * @param digest over what was signed, so that another spelling of the same signature is the same token
     */
    record Verified(String issuer, Json claims, String digest) {

        private static final Set<String> OF_AN_ADDRESS = Set.of("email", "email_verified", "hd", "xms_edov");

        @Override
        public String toString() {
            return "Verified[" + issuer + "]";
        }

        /**
         * With the address that the UserInfo endpoint tells, and all that is said of it; otherwise nothing that the ID token
         * says is replaced.
         *
         * @throws RefusedProofException when it speaks of somebody else (OpenID Connect Core 5.3.2)
         */
        Verified with(Json userInfo) throws RefusedProofException {
            RefusedProofException.unless(
                    String.valueOf(claims.text("sub")).equals(userInfo.text("sub")),
                    "the UserInfo endpoint speaks of somebody else");
            Map<String, Object> all = new HashMap<>(userInfo.members());
            claims.members().forEach((name, value) -> {
                if (!OF_AN_ADDRESS.contains(name)) {
                    all.put(name, value);
                }
            });
            return new Verified(issuer, new Json(all), digest);
        }

        SocialPerson person(EmailRule emails) {
            return People.of(this, emails);
        }
    }

    Verified verify(String token, IdTokenRules.Expected expected)
            throws RefusedProofException, SocialUnavailableException {
        Jws jws = Jws.parse(token);
        RefusedProofException.unless(algorithms.contains(jws.algorithm()), "the token's algorithm is refused");
        String issuer = rules.check(jws.payload(), expected);
        VerificationKey key = key(jws);
        boolean fits =
                key.algorithms().contains(jws.algorithm()) && rules.issuers().isKeyFor(key.issuer(), jws.payload());
        RefusedProofException.unless(fits, "the token's key is for something else");
        RefusedProofException.unless(
                key.signed(jws.header(), jws.signed(), jws.signature()), "the token's signature is wrong");
        return new Verified(issuer, jws.payload(), Sha256.textOf(new String(jws.signed(), StandardCharsets.US_ASCII)));
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
