package dev.lockstile.auth.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.internal.jose.AccessTokenClaims;
import dev.lockstile.auth.internal.jose.SigningKeyGenerator;
import dev.lockstile.auth.internal.jose.SigningKeyRotation;
import dev.lockstile.auth.model.AuthContext;
import dev.lockstile.auth.secret.Randomness;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.SigningKeys;
import dev.lockstile.auth.token.TokenSettings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokensTest {

    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
    private static final AccessTokenClaims CLAIMS =
            new AccessTokenClaims("7", "sid", "9", List.of("USER"), Set.of(), NOW);

    private final String keySet = SigningKeyGenerator.first("ES256");
    private final TokenSettings settings = TokenSettings.owasp("https://issuer.example", "app");
    private final AccessTokens tokens = tokens(keySet, settings);

    @Test
    void a_token_says_what_was_put_in() {
        assertThat(tokens.read(issue(), NOW)).contains(CLAIMS);
    }

    @Test
    void methods_and_provider_may_be_as_longestas_their_columns() {
        for (AuthContext context : List.of(
                new AuthContext(AuthContext.Assurance.AAL2, List.of("m".repeat(60))),
                AuthContext.federated("p".repeat(30)))) {
            AccessTokenClaims longest =
                    new AccessTokenClaims("7", "sid", "9", List.of("USER"), Set.of(), NOW, context, Map.of());
            assertThat(tokens.read(tokens.issue(longest, NOW).reveal(), NOW)).contains(longest);
        }
    }

    @Test
    void a_single_claim_of_the_host_comes_back() {
        AccessTokenClaims own = new AccessTokenClaims(
                "7", "sid", "9", List.of("USER"), Set.of(), NOW, AuthContext.UNKNOWN, Map.of("tenant", "acme"));
        assertThat(tokens.read(tokens.issue(own, NOW).reveal(), NOW)).contains(own);
    }

    @Test
    void a_token_runs_out_after_its_time_and_the_allowed_skew() {
        Instant end = NOW.plus(settings.accessTtl()).plus(settings.skew());
        assertThat(tokens.read(issue(), end.minusMillis(1))).isPresent();
        assertThat(tokens.read(issue(), end)).isEmpty();
    }

    @Test
    void a_token_from_the_future_is_refused() {
        assertThat(tokens.read(issue(), NOW.minus(settings.skew()))).isPresent();
        assertThat(tokens.read(issue(), NOW.minus(settings.skew()).minusSeconds(1)))
                .isEmpty();
    }

    @Test
    void two_deployments_do_not_accept_each_other() {
        assertThat(tokens(SigningKeyGenerator.first("ES256"), settings).read(issue(), NOW))
                .isEmpty();
        assertThat(tokens(keySet, TokenSettings.owasp("https://other.example", "app"))
                        .read(issue(), NOW))
                .isEmpty();
        assertThat(tokens(keySet, TokenSettings.owasp("https://issuer.example", "other"))
                        .read(issue(), NOW))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a.b",
                "a.b.c.d",
                "a.b.c=",
                " ",
                "..",
                "a..c",
                "bnVsbA.AA.AA",
                "bnVsbA.bnVsbA.AA",
                "W10.W10.AA"
            })
    void what_is_no_compact_form_is_refused(String text) {
        assertThat(tokens.read(text, NOW)).isEmpty();
    }

    @Test
    void one_token_has_one_spelling() {
        String token = issue();
        assertThat(tokens.read(token + "=", NOW)).isEmpty();
        assertThat(tokens.read(token + "\n", NOW)).isEmpty();
        assertThat(tokens.read(token.replace('_', '/'), NOW).isPresent()).isEqualTo(token.indexOf('_') < 0);
        assertThat(tokens.read("Bearer " + token, NOW)).isEmpty();
    }

    @Test
    void the_header_decides_nothing() {
        String[] parts = issue().split("\\.");
        for (String header : List.of(
                "{\"alg\":\"none\",\"typ\":\"at+jwt\"}",
                "{\"alg\":\"HS256\",\"typ\":\"at+jwt\"}",
                "{\"alg\":\"ES256\",\"typ\":\"JWT\"}")) {
            String encoded =
                    Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.UTF_8));
            assertThat(tokens.read(encoded + '.' + parts[1] + '.' + parts[2], NOW))
                    .isEmpty();
        }
    }

    @Test
    void every_changed_character_breaks_the_signature() {
        String token = issue();
        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            String changed = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(tokens.read(changed, NOW)).isEmpty();
        }
    }

    @Test
    void retired_keys_verify_until_they_are_taken_out() {
        String fresh = SigningKeyGenerator.first("ES256");
        String both = "{\"keys\":[" + onlyKey(fresh) + "," + onlyKey(keySet) + "]}";
        assertThat(tokens(both, settings).read(issue(), NOW)).isPresent();
        assertThat(tokens(fresh, settings).read(issue(), NOW)).isEmpty();
    }

    @Test
    void the_published_set_has_no_private_part() {
        assertThat(tokens.publicKeys(NOW)).contains("\"crv\":\"P-256\"").doesNotContain("\"d\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "{\"keys\":[]}", "{\"keys\":[{\"kty\":\"oct\",\"k\":\"c2VjcmV0\",\"kid\":\"a\"}]}"})
    void a_key_that_cannot_sign_is_refused_at_the_start(String set) {
        assertThatThrownBy(() -> SigningKeyRotation.check(set)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_secret_and_a_key_pair_are_not_in_one_set() {
        String mixed = "{\"keys\":[" + onlyKey(keySet) + "," + onlyKey(SigningKeyGenerator.first("HS256")) + "]}";
        assertThatThrownBy(() -> SigningKeyRotation.check(mixed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("do not belong in one set");
    }

    private String issue() {
        return tokens.issue(CLAIMS, NOW).reveal();
    }

    private static String onlyKey(String set) {
        return set.substring(set.indexOf('[') + 1, set.lastIndexOf(']'));
    }

    private static AccessTokens tokens(String keySet, TokenSettings settings) {
        return new AccessTokens(new SigningKeys(Secret.of(keySet)), settings, Randomness.secure());
    }
}
