package dev.lockstile.auth.internal.jose;

import java.util.Set;

/** Names of claims that a host does not give a meaning of its own: the registered ones and ours. */
public final class RegisteredClaims {

    /** RFC 7519, RFC 9068, OpenID Connect, and the rest of IANA's registry that is written in one word. */
    private static final Set<String> REGISTERED = Set.of("""
            iss sub aud exp nbf iat jti client_id scope groups roles entitlements auth_time acr amr name
            given_name family_name middle_name nickname preferred_username profile picture website email
            email_verified gender birthdate zoneinfo locale phone_number phone_number_verified address
            updated_at azp nonce at_hash c_hash s_hash sid sub_jwk cnf act may_act events toe txn rph vot vtm
            attest orig dest mky opt rsn htm htu ath atc sub_id rcd rcdi crn msgi jcard at_use_nbr div cdniv
            cdnicrit cdniip cdniuc cdniets cdnistt cdnistd sig_val_claims authorization_details verified_claims
            place_of_birth nationalities birth_family_name birth_given_name birth_middle_name salutation title
            msisdn also_known_as ueid sueids oemid hwmodel hwversion oemboot dbgstat location eat_profile
            submods uptime bootcount bootseed dloas swname swversion manifests measurements measres intuse
            cdniuct vc vp _sd _sd_alg vct status token_introspection iat_nonce grant_type eat_nonce""".split("\\s+"));

    private static final Set<String> OURS = Set.of(
            AccessTokenClaims.SESSION,
            AccessTokenClaims.PROFILE,
            AccessTokenClaims.ROLES,
            AccessTokenClaims.RIGHTS,
            AccessTokenClaims.AUTH_TIME,
            AccessTokenClaims.CLIENT,
            AccessTokenClaims.ASSURANCE,
            AccessTokenClaims.METHODS,
            AccessTokenClaims.PROVIDER);

    private RegisteredClaims() {}

    public static boolean isReserved(String name) {
        return REGISTERED.contains(name) || OURS.contains(name);
    }
}
