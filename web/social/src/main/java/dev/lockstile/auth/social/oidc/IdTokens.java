package dev.lockstile.auth.social.oidc;

import dev.lockstile.auth.secret.Sha256;
import dev.lockstile.auth.social.SocialPerson;
import dev.lockstile.auth.social.SocialUnavailableException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Verifies ID tokens. Claims are looked at before the key is, so that only a token which could be for us now makes this
 * server fetch keys; no claim is believed before the signature is verified.
 */
final class IdTokens {

    static final String AUTH_TIME = "auth_time";

    private final IdTokenRules rules;
    private final ProviderKeys keys;

    IdTokens(IdTokenRules rules, ProviderKeys keys) {
        this.rules = rules;
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
         * With the address that the UserInfo endpoint tells, and all that is said of it; otherwise nothing that the ID
         * token says is replaced.
         *
         * @throws RefusedProofException when it speaks of another subject (OpenID Connect Core 5.3.2)
         */
        Verified with(Json userInfo) throws RefusedProofException {
            RefusedProofException.unless(
                    String.valueOf(claims.text("sub")).equals(userInfo.text("sub")),
                    "the UserInfo endpoint returned another account");
            Map<String, Object> all = new HashMap<>(userInfo.members());
            all.remove(AUTH_TIME); // only what is signed tells of a proof
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
        keys.requireTaken(jws);
        String issuer = rules.check(jws.payload(), expected);
        keys.verify(jws);
        return new Verified(issuer, jws.payload(), Sha256.textOf(new String(jws.signed(), StandardCharsets.US_ASCII)));
    }
}
