package dev.lockstile.auth.passkey.internal.ceremony;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of WebAuthn Level 3: with all it uses allowed, and under the rules of a host. */
class L3VectorsTest {

    /** How the registration and the sign-in of an example end. */
    private static final Map<String, String> UNDER_OUR_RULES = Map.ofEntries(
            Map.entry("ES256 Credential with No Attestation", "USER_NOT_VERIFIED USER_NOT_VERIFIED"),
            Map.entry("ES256 Credential with Self Attestation", "in USER_NOT_VERIFIED"),
            Map.entry("ES256 Credential with \"crossOrigin\": true in clientDataJSON", "CROSS_ORIGIN CROSS_ORIGIN"),
            Map.entry("ES256 Credential with \"topOrigin\" in clientDataJSON", "CROSS_ORIGIN CROSS_ORIGIN"),
            Map.entry("ES256 Credential with very long credential ID", "USER_NOT_VERIFIED in"),
            Map.entry("Packed Attestation with ES256 Credential", "in in"),
            Map.entry("Packed Attestation with ES384 Credential", "ALGORITHM ALGORITHM"),
            Map.entry("Packed Attestation with ES512 Credential", "ALGORITHM ALGORITHM"),
            Map.entry("Packed Attestation with RS256 Credential", "in USER_NOT_VERIFIED"),
            Map.entry("Packed Attestation with Ed25519 Credential", "USER_NOT_VERIFIED USER_NOT_VERIFIED"),
            Map.entry("Packed Attestation with Ed448 Credential", "ALGORITHM ALGORITHM"),
            Map.entry("TPM Attestation with ES256 Credential", "in in"),
            Map.entry("Android Key Attestation with ES256 Credential", "in USER_NOT_VERIFIED"),
            Map.entry("Apple Anonymous Attestation with ES256 Credential", "USER_NOT_VERIFIED USER_NOT_VERIFIED"),
            Map.entry("FIDO U2F Attestation with ES256 Credential", "USER_NOT_VERIFIED USER_NOT_VERIFIED"));

    @Test
    void all_fifteen_are_there() {
        assertThat(L3Vectors.all()).hasSize(15);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void each_verifies_where_what_it_uses_is_allowed(L3Vectors.Pair pair) {
        assertThat(new AssertionVerifier(L3Vectors.everything())
                        .verify(
                                pair.authenticationChallenge(),
                                pair.asserted().json(),
                                pair.stored(),
                                AssertionNeeds.SECOND_FACTOR))
                .isInstanceOf(AssertionOutcome.Accepted.class);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void each_ends_under_the_rules_of_a_host_as_the_table_says(L3Vectors.Pair pair) {
        RegistrationOutcome registered = new RegistrationVerifier(L3Vectors.ours())
                .verify(pair.registrationChallenge(), pair.registered().json());
        AssertionOutcome asserted = new AssertionVerifier(L3Vectors.ours())
                .verify(pair.authenticationChallenge(), pair.asserted().json(), pair.stored(), AssertionNeeds.SIGN_IN);
        String ends = (registered instanceof RegistrationOutcome.Refused refused ? refused.why() : "in")
                + " "
                + (asserted instanceof AssertionOutcome.Refused refused ? refused.why() : "in");
        assertThat(ends).isEqualTo(UNDER_OUR_RULES.get(pair.name()));
    }

    static List<L3Vectors.Pair> vectors() {
        return L3Vectors.all();
    }
}
