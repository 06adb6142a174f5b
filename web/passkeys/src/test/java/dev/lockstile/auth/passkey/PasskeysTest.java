package dev.lockstile.auth.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.factor.PasskeyVerifier.Verdict;
import dev.lockstile.auth.model.PasskeyState;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a host can get wrong about its site. */
final class PasskeysTest {

    @ParameterizedTest
    @CsvSource({
        "acme.example, https://acme.example",
        "acme.example, https://www.acme.example",
        "acme.example, https://acme.example:8443",
        "localhost, http://localhost:8080",
        "localhost, http://localhost",
        "localhost, http://shop.localhost:8080",
        "acme.example, android:apk-key-hash:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    })
    void right_sites_are_taken(String id, String origin) {
        assertThat(Passkeys.relyingParty(id, "Acme", origin).problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://acme.example",
                "acme.example:8443",
                "Acme.example",
                "acme.example/",
                "192.0.2.1",
                "-acme.example",
                "acme..example",
                "*.acme.example"
            })
    void a_domain_is_a_domain_alone(String id) {
        assertThat(Passkeys.relyingParty(id, "Acme", "https://" + id).problems())
                .anyMatch(problem -> problem.startsWith("passkey-rp-id-bad: "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://acme.example",
                "https://acme.example/",
                "https://acme.example/login",
                "https://acme.example:443",
                "https://evilacme.example",
                "https://acme.example.evil.test",
                "https://acme.example@evil.test",
                "https://ACME.example",
                "acme.example",
                "https://acme example",
                "*",
                ""
            })
    void an_origin_is_one_of_the_domain_and_nothing_more(String origin) {
        assertThat(Passkeys.relyingParty("acme.example", "Acme", origin).problems())
                .singleElement()
                .asString()
                .startsWith("passkey-origin-bad: ");
    }

    @Test
    void a_domain_has_253_letters_at_most() {
        String label = "a".repeat(61) + ".";
        String longest = label.repeat(4) + "b".repeat(253 - 4 * 62);
        assertThat(Passkeys.relyingParty(longest, "Acme", "https://" + longest).problems())
                .isEmpty();
        assertThat(Passkeys.relyingParty(longest + "b", "Acme", "https://" + longest + "b")
                        .problems())
                .anyMatch(problem -> problem.startsWith("passkey-rp-id-bad: "));
    }

    @Test
    void a_challenge_or_a_stored_passkey_that_cannot_be_read_is_refused() {
        Passkeys site = Passkeys.relyingParty("acme.example", "Acme", "https://acme.example");
        assertThat(site.algorithms()).containsExactly(-8, -7, -257);
        assertThat(site.registered("no base64url!", "{}")).isEqualTo(new Verdict.Wrong<>("wrong_challenge"));
        assertThat(site.proven("no base64url!", "{}", stored("AA"), true))
                .isEqualTo(new Verdict.Wrong<>("wrong_challenge"));
        assertThat(site.proven("AA", "{}", stored("no base64url!"), true)).isEqualTo(new Verdict.Wrong<>("key"));
    }

    private static PasskeyState stored(String publicKey) {
        return new PasskeyState(
                "1",
                new PasskeyState.Key("AA", "AA", publicKey, false, List.of(), ""),
                new PasskeyState.Use(0, false, null),
                "",
                Instant.EPOCH);
    }

    @Test
    void a_host_without_an_entity_for_passkeys_does_not_start() {
        try (AuthTestKit kit = AuthTestKit.of(Auth.builder(StoreWithoutPasskeys.open())
                .settings(AuthTestKit.settings())
                .passkeys(Passkeys.relyingParty("acme.example", "Acme", "https://acme.example")))) {
            assertThatThrownBy(() -> kit.auth().start())
                    .isInstanceOfSatisfying(
                            AuthSetupException.class,
                            e -> assertThat(e.problems())
                                    .singleElement()
                                    .asString()
                                    .startsWith("passkey-entity-missing: ")
                                    .contains("AbstractPasskey"));
        }
    }

    @Test
    void the_builder_tells_all_problems_at_once() {
        assertThatThrownBy(() -> Auth.builder(new InMemoryAuthStore())
                        .settings(AuthTestKit.settings())
                        .passkeys(Passkeys.relyingParty("Acme", " "))
                        .build())
                .isInstanceOfSatisfying(
                        AuthSetupException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.substring(0, problem.indexOf(':')))
                                .containsAll(List.of(
                                        "passkey-rp-id-bad",
                                        "passkey-rp-name-missing",
                                        "passkey-origin-missing",
                                        "email-sender-missing",
                                        "keys-missing")));
    }
}
