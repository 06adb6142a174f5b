package dev.lockstile.auth.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.account.Profiles;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.AccessTokenVerifier;
import dev.lockstile.auth.token.AccessTokenVerifier.VerifiedToken;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.CustomClaims;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenPair;
import dev.lockstile.auth.token.VerificationKeys;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The host's own claims are in every access token, and displace none of the library's. */
final class CustomClaimsTest {

    /** With the name and the marks of JSON around it, 2,048 bytes. */
    private static final int LONGEST = 2_048 - "{\"tenant\":\"\"}".length();

    private static final String EMAIL = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";
    private static final CustomClaims TENANT = CustomClaims.of(
            Set.of("tenant", "https://acme.example/plans", "beta", "seats"),
            (user, profile) -> Map.of(
                    "tenant",
                    "t-" + profile.id(),
                    "https://acme.example/plans",
                    List.of("a", "b"),
                    "beta",
                    true,
                    "seats",
                    7));

    @Test
    void own_claims_are_in_the_tokens_of_a_sign_in_a_refresh_and_a_profile_switch() {
        try (AuthTestKit kit = AuthTestKit.of(wiring(TENANT))) {
            kit.member(EMAIL, PASSWORD);
            SignIn in = kit.signIn(EMAIL, PASSWORD);
            VerifiedToken first = verified(kit, in.tokens().access());
            assertThat(first.claim("tenant")).contains("t-" + in.active().id());
            assertThat(first.claim("https://acme.example/plans")).contains(List.of("a", "b"));
            assertThat(first.claim("beta")).contains(true);
            assertThat(first.claim("seats")).contains(7L);
            assertThat(first.claim("sub")).as("of the library").isEmpty();
            assertThat(first.claim("none")).isEmpty();

            TokenPair again =
                    kit.auth().sessions().refresh(in.tokens().refresh()).orElseThrow();
            assertThat(verified(kit, again.access()).claim("tenant"))
                    .contains("t-" + in.active().id());

            ProfileInfo other = other(kit, in);
            SignIn switched = kit.auth()
                    .login()
                    .switchProfile(caller(kit, again.access()), other.id(), ClientInfo.web("192.0.2.7"))
                    .orElseThrow();
            assertThat(verified(kit, switched.tokens().access()).claim("tenant"))
                    .contains("t-" + other.id());
        }
    }

    @Test
    void names_of_others_refuse_the_start_all_at_once() {
        CustomClaims taken = CustomClaims.of(
                Set.of("sub", "client_id", "rights", "sid", "email", "scope", "profile_id", "a name", "tenant"),
                (user, profile) -> Map.of());
        assertThatThrownBy(() -> AuthTestKit.of(wiring(taken)))
                .isInstanceOfSatisfying(
                        AuthSetupException.class, e -> assertThat(e.problems()).hasSize(8))
                .hasMessageContaining("access-token-claim-reserved: rights")
                .hasMessageContaining("access-token-claim-name")
                .hasMessageNotContaining("tenant");
    }

    @Test
    void claims_of_2048_bytes_fit() {
        Map<String, Object> whole = Map.of("tenant", "x".repeat(LONGEST));
        try (AuthTestKit kit = AuthTestKit.of(wiring(CustomClaims.of(Set.of("tenant"), (user, profile) -> whole)))) {
            kit.member(EMAIL, PASSWORD);
            assertThat(kit.signIn(EMAIL, PASSWORD)).isNotNull();
        }
    }

    @Test
    void a_claim_that_may_not_be_in_a_token_makes_none() {
        Set<String> names = Set.of("tenant");
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("rights", List.of("superuser")),
                Map.of("tenant", 1.5),
                Map.of("tenant", Map.of("a", "b")),
                Map.of("tenant", List.of(1)),
                Map.of("tenant", "x".repeat(LONGEST + 1)))) {
            try (AuthTestKit kit = AuthTestKit.of(wiring(CustomClaims.of(names, (user, profile) -> wrong)))) {
                kit.member(EMAIL, PASSWORD);
                assertThatThrownBy(() -> kit.signIn(EMAIL, PASSWORD))
                        .as(String.valueOf(wrong.keySet()))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("claim");
            }
        }
    }

    private static ProfileInfo other(AuthTestKit kit, SignIn in) {
        Outcome<ProfileInfo> result = kit.auth()
                .profiles()
                .create(caller(kit, in.tokens().access()), new Profiles.Draft(Person.UNKNOWN, "work"));
        return result.orElseThrow();
    }

    private static Caller caller(AuthTestKit kit, Secret access) {
        return kit.auth().sessions().authenticate(access.reveal()).orElseThrow();
    }

    private static VerifiedToken verified(AuthTestKit kit, Secret access) {
        VerificationKeys keys = VerificationKeys.parse(kit.auth().sessions().publicKeys());
        return AccessTokenVerifier.of(AuthTestKit.settings().tokens(), keys, kit.clock())
                .verify(access.reveal())
                .orElseThrow();
    }

    private static AuthBuilder wiring(CustomClaims claims) {
        return Auth.builder(new InMemoryAuthStore())
                .settings(AuthTestKit.settings())
                .accessTokenClaims(claims);
    }
}
