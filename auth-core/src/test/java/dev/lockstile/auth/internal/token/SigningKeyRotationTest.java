package dev.lockstile.auth.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.internal.jose.AccessTokenClaims;
import dev.lockstile.auth.internal.jose.CompactJws;
import dev.lockstile.auth.internal.jose.SigningKeyRotation;
import dev.lockstile.auth.secret.Randomness;
import dev.lockstile.auth.token.SigningKeys;
import dev.lockstile.auth.token.TokenSettings;
import dev.lockstile.auth.token.VerificationKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys through time: a rotation refuses no valid token, and a retired key verifies nothing. */
class SigningKeyRotationTest {

    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
    private static final Instant SWITCH = NOW.plus(Duration.ofHours(24));
    private static final TokenSettings SETTINGS = TokenSettings.owasp("https://issuer.example", "app");
    private static final Duration TAIL = SETTINGS.accessTtl().plus(SETTINGS.skew());
    private static final AccessTokenClaims CLAIMS =
            new AccessTokenClaims("7", "sid", "9", List.of("USER"), Set.of(), NOW);

    private static final Map<SigningKeys.Algorithm, SigningKeys> BY_ALGORITHM = new ConcurrentHashMap<>();

    private final SigningKeys old = SigningKeys.generate();
    private final SigningKeys both = old.withNewKey(SigningKeys.Algorithm.ES256, SWITCH);

    @ParameterizedTest
    @EnumSource(SigningKeys.Algorithm.class)
    void every_algorithm_signs_what_it_verifies(SigningKeys.Algorithm algorithm) {
        SigningKeys keys = BY_ALGORITHM.computeIfAbsent(algorithm, SigningKeys::generate);
        AccessTokens tokens = node(keys);
        String token = tokens.issue(CLAIMS, NOW).reveal();
        assertThat(tokens.read(token, NOW)).contains(CLAIMS);
        assertThat(tokens.read(token.substring(0, token.length() - 4) + "AAAA", NOW))
                .isEmpty();
        assertThat(node(old).read(token, NOW)).isEmpty();
        assertThat(keys.keys()).extracting(SigningKeys.KeyInfo::algorithm).containsExactly(algorithm);
        assertThat(keys).asString().doesNotContain("\"d\"", "\"k\"");
    }

    @ParameterizedTest
    @EnumSource(SigningKeys.Algorithm.class)
    void a_signature_in_a_form_that_no_signature_has_is_none(SigningKeys.Algorithm algorithm) {
        SigningKeys keys = BY_ALGORITHM.computeIfAbsent(algorithm, SigningKeys::generate);
        AccessTokens tokens = node(keys);
        String token = tokens.issue(CLAIMS, NOW).reveal();
        String signed = token.substring(0, token.lastIndexOf('.') + 1);
        for (int length : new int[] {1, 31, 32, 33, 63, 64, 65, 255, 256, 257, 600}) {
            for (byte fill : new byte[] {0, 1, -1}) {
                byte[] signature = new byte[length];
                Arrays.fill(signature, fill);
                String forged = signed + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
                assertThat(tokens.read(forged, NOW)).as(length + " of " + fill).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(SigningKeys.Algorithm.class)
    void what_is_published_holds_no_secret_and_verifies(SigningKeys.Algorithm algorithm) {
        AccessTokens tokens = node(BY_ALGORITHM.computeIfAbsent(algorithm, SigningKeys::generate));
        String published = tokens.publicKeys(NOW);
        assertThat(published)
                .doesNotContain("\"d\"", "\"k\"", "\"p\"", "\"q\"", "\"dp\"", "\"dq\"", "\"qi\"", "\"nbf\"");
        if (algorithm == SigningKeys.Algorithm.HS256) {
            assertThat(published).isEqualTo("{\"keys\":[]}");
        } else {
            assertThat(VerificationKeys.parse(published)
                            .verify(tokens.issue(CLAIMS, NOW).reveal()))
                    .isPresent();
        }
    }

    @Test
    void a_new_key_is_published_before_it_signs() {
        AccessTokens tokens = node(both);
        String fresh = both.keys().get(1).id();
        assertThat(tokens.publicKeys(NOW)).contains(fresh, old.keys().get(0).id());
        assertThat(keyOf(tokens, SWITCH.minusSeconds(1)))
                .isEqualTo(old.keys().get(0).id());
        assertThat(keyOf(tokens, SWITCH)).isEqualTo(fresh);
    }

    @Test
    void an_old_key_verifies_what_it_signed_to_the_last_and_then_nothing() {
        AccessTokens tokens = node(both);
        String last = tokens.issue(CLAIMS, SWITCH.minusSeconds(1)).reveal();
        assertThat(tokens.read(last, SWITCH.plus(SETTINGS.accessTtl()))).isPresent();
        String stale =
                node(old).issue(CLAIMS, SWITCH.plus(TAIL).minusSeconds(1)).reveal();
        assertThat(tokens.read(stale, SWITCH.plus(TAIL).minusSeconds(1))).isPresent();
        assertThat(tokens.read(stale, SWITCH.plus(TAIL))).as("retired key").isEmpty();
        assertThat(tokens.publicKeys(SWITCH.plus(TAIL)))
                .doesNotContain(old.keys().get(0).id());
        assertThat(both.withoutRetired(SETTINGS, SWITCH.plus(TAIL)).keys())
                .containsExactly(both.keys().get(1));
        assertThat(both.withoutRetired(SETTINGS, SWITCH).keys()).hasSize(2);
    }

    @Test
    void two_nodes_a_step_apart_understand_each_other() {
        AccessTokens ahead = node(both);
        AccessTokens fast = node(both);
        for (Duration offset : List.of(Duration.ofSeconds(-30), Duration.ZERO, Duration.ofSeconds(30))) {
            Instant slow = SWITCH.plus(offset).minusSeconds(15);
            Instant early = SWITCH.plus(offset).plusSeconds(15);
            assertThat(ahead.read(fast.issue(CLAIMS, early).reveal(), slow)).isPresent();
            assertThat(fast.read(ahead.issue(CLAIMS, slow).reveal(), early)).isPresent();
        }
        AccessTokens behind = node(old);
        assertThat(ahead.read(behind.issue(CLAIMS, SWITCH).reveal(), SWITCH)).isPresent();
        assertThat(behind.read(ahead.issue(CLAIMS, NOW).reveal(), NOW)).isPresent();
    }

    @Test
    void a_rotation_under_way_fails_no_request() {
        AccessTokens node = node(old);
        for (int minute = 0; minute < 60; minute++) {
            Instant at = SWITCH.minus(Duration.ofMinutes(30)).plus(Duration.ofMinutes(minute));
            String token = node.issue(CLAIMS, at).reveal();
            if (minute == 10) {
                node.use(both);
            }
            assertThat(node.read(token, at.plus(SETTINGS.accessTtl()))).isPresent();
        }
        assertThat(keyOf(node, SWITCH)).isEqualTo(both.keys().get(1).id());
    }

    @Test
    void a_key_that_leaked_is_dead_at_once() {
        String token = node(old).issue(CLAIMS, NOW).reveal();
        SigningKeys clean = both.without(old.keys().get(0).id());
        assertThat(node(clean).read(token, NOW)).isEmpty();
        assertThat(keyOf(node(clean), NOW))
                .as("signs although its time has not come")
                .isEqualTo(both.keys().get(1).id());
        assertThatThrownBy(() -> clean.without(clean.keys().get(0).id())).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kty\":\"oct\",\"kid\":\"short\",\"k\":\"c2VjcmV0\"}",
                "{\"kty\":\"oct\",\"kid\":\"zeros\",\"k\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}",
                "{\"kty\":\"oct\",\"kid\":\"rfc7515\",\"k\":\"AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow\"}",
                "{\"kty\":\"oct\",\"kid\":\"hs512\",\"alg\":\"HS512\",\"k\":\"-ebuDNsVZ2iJtoZ-akfXTSCt4UO2cruLCsbWlBinggE\"}",
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"rfc8037\",\"d\":\"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}",
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"another's\",\"d\":\"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A\",\"x\":\"PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw\"}",
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"no point\",\"d\":\"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A\",\"x\":\"__________________________________________8\"}",
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"public\",\"x\":\"04N0xi21hshyvBp7I167sbE_bXqyqkAPfefdklMO7wY\",\"y\":\"UI8exy-C06a7DUnjIdENkxeFtHM4-l_41LqEw9nVgmw\"}",
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\",\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\",\"d\":\"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI\"}",
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"rfc7515\",\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\",\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\",\"d\":\"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI\"}"
            })
    void weak_public_and_sample_keys_do_not_start(String key) {
        assertThatThrownBy(() -> SigningKeyRotation.check("{\"keys\":[" + key + "]}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("jpsQnn")
                .hasMessageNotContaining("c2VjcmV0");
    }

    @Test
    void symmetric_and_asymmetric_keys_do_not_mix() {
        assertThatThrownBy(() -> old.withNewKey(SigningKeys.Algorithm.HS256, SWITCH))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(old.withNewKey(SigningKeys.Algorithm.EDDSA, SWITCH).keys()).hasSize(2);
    }

    /** The {@code kid} of what a node signs at that time. */
    private static String keyOf(AccessTokens tokens, Instant at) {
        return CompactJws.parse(tokens.issue(CLAIMS, at).reveal())
                .orElseThrow()
                .header()
                .keyId();
    }

    private static AccessTokens node(SigningKeys keys) {
        return new AccessTokens(keys, SETTINGS, Randomness.secure());
    }
}
